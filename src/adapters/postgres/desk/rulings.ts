import type { Ruling, Rulings, ShownRuling, Try } from '../../../ports/store/rulings.ts'
import { answerColumns, answerFrom } from '../answers.ts'
import { gradeColumns, gradeFrom, newestGrade } from '../grades.ts'
import { answerTable } from '../schema/answers.ts'
import { rulingTable } from '../schema/desk.ts'
import { disputeTable } from '../schema/disputes.ts'
import { hintTable } from '../schema/hints.ts'
import { playerTable } from '../schema/players.ts'
import { roundTable } from '../schema/rounds.ts'
import { workspaceTable } from '../schema/workspaces.ts'
import { and, asc, desc, eq, getTableColumns, gt, inArray, ne, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { withoutNulls } from '../sql/without-nulls.ts'
import { nearMisses } from './near-misses.ts'
import { unsorted } from './unsorted.ts'

export function rulings(session: Session): Rulings {
  const { db, run } = session
  return {
    nearMisses: (workspaceId, page) => nearMisses(session, workspaceId, page),

    unsorted: (question, page) => unsorted(session, question, page),

    async ofQuestions(workspaceId, questionIds) {
      if (questionIds.length === 0) return []
      const rows = await db
        .select()
        .from(rulingTable)
        .where(and(eq(rulingTable.workspaceId, workspaceId), inArray(rulingTable.questionId, questionIds)))
      return rows.map(rulingFrom)
    },

    async latest(workspaceId, limit) {
      const rows = await db
        .select({ ...getTableColumns(rulingTable), decidedByName: playerTable.name, text: answerTable.text })
        .from(rulingTable)
        .innerJoin(playerTable, eq(playerTable.id, rulingTable.decidedBy))
        .innerJoin(answerTable, eq(answerTable.id, rulingTable.answerId))
        .where(eq(rulingTable.workspaceId, workspaceId))
        .orderBy(desc(rulingTable.decidedAt), desc(rulingTable.id))
        .limit(limit)
      return rows.map((row): ShownRuling => withoutNulls(row))
    },

    decide: (ruling, seen) => decide(session, ruling, seen),

    texts({ workspaceId, questionId, questionVersion }, { after, limit }) {
      return db
        .select({ answerId: answerTable.id, text: answerTable.text })
        .from(roundTable)
        .innerJoin(answerTable, eq(answerTable.roundId, roundTable.id))
        .where(
          and(
            eq(roundTable.workspaceId, workspaceId),
            eq(roundTable.questionId, questionId),
            eq(roundTable.questionVersion, questionVersion),
            ne(answerTable.text, ''),
            gt(answerTable.id, after),
          ),
        )
        .orderBy(asc(answerTable.id))
        .limit(limit)
    },

    async lockTries(answerIds) {
      await run(lockedDisputes, { answerIds })
      await run(lockedAnswers, { answerIds })
      return (await run<TryRow>(tries, { answerIds })).map(tryFrom)
    },
  }
}

type Decided = Parameters<Rulings['decide']>[0]

async function decide({ db }: Session, { answerId, ...ruling }: Decided, seen: number): ReturnType<Rulings['decide']> {
  if (seen === 0) {
    const [made] = await db
      .insert(rulingTable)
      .values({ ...ruling, answerId })
      .onConflictDoNothing()
      .returning()
    return made && rulingFrom(made)
  }
  const { mark, most, decidedBy, decidedAt } = ruling
  const [changed] = await db
    .update(rulingTable)
    .set({ mark, most: most ?? null, decidedBy, decidedAt, revision: seen + 1 })
    .where(and(isAbout(ruling), eq(rulingTable.wordsKey, ruling.wordsKey), eq(rulingTable.revision, seen)))
    .returning()
  return changed && rulingFrom(changed)
}

function isAbout(question: { workspaceId: number; questionId: string; questionVersion: string }) {
  return and(
    eq(rulingTable.workspaceId, question.workspaceId),
    eq(rulingTable.questionId, question.questionId),
    eq(rulingTable.questionVersion, question.questionVersion),
  )
}

function rulingFrom({ answerId: _, ...row }: typeof rulingTable.$inferSelect): Ruling {
  return withoutNulls(row)
}

type TryRow = { hint: boolean; zone: string; open_dispute: string | null }

function tryFrom(row: TryRow & Record<string, unknown>): Try {
  const grade = gradeFrom(row)
  return {
    answer: answerFrom(row),
    hint: row.hint,
    zone: row.zone,
    ...(grade && { grade }),
    ...(row.open_dispute !== null && { openDispute: Number(row.open_dispute) }),
  }
}

const asked = sql`asked as materialized (
  select distinct round_id, player_id from ${answerTable}
  where id = any((select ${sql.placeholder('answerIds')}::bigint[])::bigint[])
)`

/** Locks disputes before answers, and the lower id first, like all code that locks them. */
const lockedDisputes = statement(sql`
  with ${asked}
  select dispute.id from asked
  join ${answerTable} as answer on answer.round_id = asked.round_id and answer.player_id = asked.player_id
  join ${disputeTable} as dispute on dispute.answer_id = answer.id
  where dispute.state = 'open'
  order by dispute.id for no key update of dispute`)

const lockedAnswers = statement(sql`
  with ${asked}
  select answer.id from asked
  join ${answerTable} as answer on answer.round_id = asked.round_id and answer.player_id = asked.player_id
  order by answer.id for no key update of answer`)

/**
 * A separate statement, so that it sees the changes that others made before the rows were locked, such as a forgotten
 * player.
 */
const tries = statement(sql`
  with ${asked}
  select ${answerColumns}, ${gradeColumns}, workspace.zone, dispute.id as open_dispute,
    exists (
      select from ${hintTable}
      where round_id = answer.round_id and player_id = answer.player_id and taken_at <= answer.received_at
    ) as hint
  from asked
  join ${answerTable} as answer on answer.round_id = asked.round_id and answer.player_id = asked.player_id
  join ${workspaceTable} as workspace on workspace.id = answer.workspace_id
  left join ${disputeTable} as dispute on dispute.answer_id = answer.id and dispute.state = 'open'
  left join lateral ${newestGrade(sql`answer.id`)} on true
  order by answer.round_id, answer.player_id, answer.attempt`)
