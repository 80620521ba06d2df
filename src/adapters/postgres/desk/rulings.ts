import type { Verdict } from '../../../domain/rubric/rubric.ts'
import type { NearMiss, Ruling, Rulings, ShownRuling, Try } from '../../../ports/store/rulings.ts'
import { answerColumns, answerFrom } from '../answers.ts'
import { gradeColumns, gradeFrom, newestGrade } from '../grades.ts'
import { answerTable } from '../schema/answers.ts'
import { rulingTable } from '../schema/desk.ts'
import { disputeTable } from '../schema/disputes.ts'
import { gradeTable } from '../schema/grades.ts'
import { hintTable } from '../schema/hints.ts'
import { playerTable } from '../schema/players.ts'
import { roundTable } from '../schema/rounds.ts'
import { workspaceTable } from '../schema/workspaces.ts'
import { and, asc, desc, eq, getTableColumns, gt, inArray, ne, type SQL, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'

export function rulings({ db, run }: Session): Rulings {
  return {
    async nearMisses(workspaceId, page) {
      const rows = await run<MissRow>(misses, { workspaceId, ...page })
      return { misses: rows.map(missFrom), more: Math.max(0, Number(rows[0]?.in_all ?? 0) - rows.length) }
    },

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
      return rows satisfies ShownRuling[]
    },

    async decide({ answerId, ...ruling }, seen) {
      if (seen === 0) {
        const [made] = await db
          .insert(rulingTable)
          .values({ ...ruling, answerId })
          .onConflictDoNothing()
          .returning()
        return made && rulingFrom(made)
      }
      const { mark, decidedBy, decidedAt } = ruling
      const [changed] = await db
        .update(rulingTable)
        .set({ mark, decidedBy, decidedAt, revision: seen + 1 })
        .where(and(isAbout(ruling), eq(rulingTable.wordsKey, ruling.wordsKey), eq(rulingTable.revision, seen)))
        .returning()
      return changed && rulingFrom(changed)
    },

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

function isAbout(question: { workspaceId: number; questionId: string; questionVersion: string }) {
  return and(
    eq(rulingTable.workspaceId, question.workspaceId),
    eq(rulingTable.questionId, question.questionId),
    eq(rulingTable.questionVersion, question.questionVersion),
  )
}

function rulingFrom({ answerId: _, ...row }: typeof rulingTable.$inferSelect): Ruling {
  return row
}

type MissRow = {
  id: string
  players: number[]
  question_id: string
  question_version: string
  text: string
  disputes: number
  score: number
  verdict: Verdict
  in_all: string
}

function missFrom({ id, question_id, question_version, score, verdict, in_all: _, ...row }: MissRow): NearMiss {
  return {
    ...row,
    ...{ answerId: Number(id), questionId: question_id, questionVersion: question_version, grade: { score, verdict } },
  }
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

const openDispute = sql`exists (select from ${disputeTable} where answer_id = answer.id and state = 'open')`

/** Equal for texts that differ only in case; the caller handles other kinds of equality. */
const letters = (text: SQL) => sql`md5(lower(btrim(${text})))`

/**
 * Disputes are included however old they are; nobody cares about an old wrong answer any more. As much as possible is
 * counted here: reading ten thousand texts would take the web process a second.
 */
const misses = statement(sql`
  with asked as materialized (
    select id, question_id, question_version from ${roundTable}
    where workspace_id = ${sql.placeholder('workspaceId')} and (
      created_at >= ${sql.placeholder('since')} or id in (
        select old.round_id from ${disputeTable} join ${answerTable} as old on old.id = answer_id
        where ${disputeTable}.workspace_id = ${sql.placeholder('workspaceId')} and ${disputeTable}.state = 'open'
      )
    )
  ), settled as materialized (
    select ruling.question_id, ruling.question_version, ${letters(sql`answer.text`)} as letters
    from ${rulingTable} as ruling join ${answerTable} as answer on answer.id = ruling.answer_id
    where ruling.workspace_id = ${sql.placeholder('workspaceId')}
  ), miss as materialized (
    select answer.id, answer.player_id, asked.question_id, asked.question_version,
      ${openDispute} as disputed, ${letters(sql`answer.text`)} as letters
    from asked
    join ${answerTable} as answer on answer.round_id = asked.id and answer.text <> ''
    join lateral (
      select verdict from ${gradeTable} where answer_id = answer.id order by id desc limit 1
    ) as grade on true
    where grade.verdict <> 'correct' or ${openDispute}
    order by disputed desc, answer.id desc
    limit ${sql.placeholder('answers')}
  ), wording as (
    select question_id, question_version, letters, disputed, max(id) as id,
      array_agg(distinct player_id::int) as players, count(*)::int as answers
    from miss group by question_id, question_version, letters, disputed
  ), waiting as (
    select *, count(*) over () as in_all from wording
    where disputed or not exists (
      select from settled
      where settled.question_id = wording.question_id and settled.question_version = wording.question_version
        and settled.letters = wording.letters
    )
    order by disputed desc, cardinality(players) desc, id desc
    limit ${sql.placeholder('limit')}
  )
  select waiting.id, players, question_id, question_version, answer.text, in_all,
    case when disputed then answers else 0 end as disputes, grade.score, grade.verdict
  from waiting
  join ${answerTable} as answer on answer.id = waiting.id
  join lateral (
    select score, verdict from ${gradeTable} where answer_id = waiting.id order by id desc limit 1
  ) as grade on true
  order by disputed desc, cardinality(players) desc, waiting.id desc`)

/** All tries of the players in the rounds of these answers. */
const asked = sql`asked as materialized (
  select distinct round_id, player_id from ${answerTable}
  where id = any((select ${sql.placeholder('answerIds')}::bigint[])::bigint[])
)`

/** Disputes first, then answers, each with the lower id first, like all code that locks them. */
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
 * A separate statement, because it has to see what others did before we locked the rows, such as forgetting a player.
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
