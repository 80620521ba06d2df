import type { Answer } from '../../domain/answer.ts'
import type { Answers, Attempt } from '../../ports/store/answers.ts'
import { gradeColumns, gradeFrom, gradesOf, newestGrade, savedGrade } from './grades.ts'
import { givenColumns, isDeparted, newColumns, wordsKeyOf } from './new-answer.ts'
import { answerTable } from './schema/answers.ts'
import { playerTable } from './schema/players.ts'
import { roundTable } from './schema/rounds.ts'
import { and, asc, desc, eq, gt, lt, or, sql } from './sql/drizzle.ts'
import { rowReader } from './sql/row-reader.ts'
import type { Session } from './sql/session.ts'
import { statement } from './sql/statement.ts'
import { withoutNulls } from './sql/without-nulls.ts'

export function answers(session: Session): Answers {
  const { db, run } = session
  return {
    async receive(answer) {
      const given = { teamId: null, path: null, requestId: null, ...answer, wordsKey: wordsKeyOf(answer.text) }
      const [received] = await run(stored, given)
      if (received) return { answer: answerFrom(received), repeated: false }
      const [same] = await run(earlier, given)
      return same && { answer: answerFrom(same), repeated: true }
    },

    async find(id, lock) {
      const [row] = await run(lock ? foundAndLocked : found, { id })
      return row && answerFrom(row)
    },

    async ofPlayer(roundId, playerId) {
      const rows = await run(attemptsOf, { roundId, playerId })
      return rows.map(attemptFrom)
    },

    ofRound: (roundId) => bestOfRound(session, roundId),

    async countPlayers(roundId) {
      const [row] = await run(answered, { roundId })
      return Number(row?.players ?? 0)
    },

    async redirect(id, path) {
      const waiting = and(eq(answerTable.id, id), eq(answerTable.state, 'received'))
      const redirected = await db.update(answerTable).set({ path }).where(waiting).returning({ id: answerTable.id })
      return redirected.length > 0
    },

    async change(id, { state, at }) {
      await (state === 'told' ? run(told, { id }) : run(graded, { id, at }))
    },

    unfinished: (page) => unfinished(session, page),
  }
}

/** If two answers are equally good, the earlier one is kept. */
async function bestOfRound({ db }: Session, roundId: number): ReturnType<Answers['ofRound']> {
  const grade = gradesOf(db, answerTable.id).limit(1).as('grade')
  const rows = await db
    .selectDistinctOn([answerTable.playerId])
    .from(answerTable)
    .innerJoinLateral(grade, sql`true`)
    .innerJoin(playerTable, eq(playerTable.id, answerTable.playerId))
    .where(eq(answerTable.roundId, roundId))
    .orderBy(asc(answerTable.playerId), desc(grade.score), asc(answerTable.attempt))
  const attempts = await db
    .select({
      playerId: answerTable.playerId,
      points: sql<number>`sum(grade.earned_in_all)::int`,
      misconceptions: sql<string[]>`(array(
        select distinct one->>'id'
        from unnest(array_agg(grade.findings->'misconceptions')) as list, jsonb_array_elements(list) as one
      ))`,
    })
    .from(answerTable)
    .innerJoinLateral(grade, sql`true`)
    .where(eq(answerTable.roundId, roundId))
    .groupBy(answerTable.playerId)
  const inAll = new Map(attempts.map((one) => [one.playerId, one]))
  const waiting = await db.$count(answerTable, and(eq(answerTable.roundId, roundId), eq(answerTable.state, 'received')))
  const best = rows.map((row) => ({
    answer: asAnswer(row.answers),
    grade: savedGrade(row.grade),
    playerName: row.players.name,
    points: inAll.get(row.players.id)?.points ?? 0,
    misconceptions: inAll.get(row.players.id)?.misconceptions ?? [],
  }))
  return { best, waiting }
}

type Page = Parameters<Answers['unfinished']>[0]

async function unfinished({ db }: Session, { before, after, limit }: Page): ReturnType<Answers['unfinished']> {
  const { id, workspaceId, state, receivedAt, gradedAt } = answerTable
  const rows = await db
    .select({ id, workspaceId, state })
    .from(answerTable)
    .where(
      and(
        gt(id, after),
        or(and(eq(state, 'received'), lt(receivedAt, before)), and(eq(state, 'graded'), lt(gradedAt, before))),
      ),
    )
    .orderBy(asc(id))
    .limit(limit)
  return rows.map((row) => ({ ...row, workspaceId: row.workspaceId ?? undefined }))
}

const answerRow = rowReader(answerTable, 'answer')

export const answerColumns = answerRow.columns

export function answerFrom(row: Record<string, unknown>): Answer {
  return asAnswer(answerRow.read(row))
}

function attemptFrom(row: Record<string, unknown>): Attempt {
  const grade = gradeFrom(row)
  return { answer: answerFrom(row), ...(grade && { grade }) }
}

/** Undefined if the row has no answer. */
export function anyAttemptFrom(row: Record<string, unknown>): Attempt | undefined {
  return answerRow.readAny(row) && attemptFrom(row)
}

function asAnswer({
  wordsKey: _,
  eventId: __,
  gradedAt: ___,
  toldAt: ____,
  workspaceId: _____,
  ...answer
}: typeof answerTable.$inferSelect): Answer {
  return withoutNulls(answer)
}

/** The select list for an answer with `newestGrade`. */
export const attemptColumns = sql`${answerColumns}, ${gradeColumns}`

/** Reads each player's first try from the index of attempts, without touching the table. */
const answered = statement(
  sql`select count(*) as players from ${answerTable} where round_id = ${sql.placeholder('roundId')} and attempt = 1`,
)

const id = sql`answer.id = ${sql.placeholder('id')}`
const at = sql.placeholder('at')

const found = statement(sql`select ${answerColumns} from ${answerTable} as answer where ${id}`)

const foundAndLocked = statement(sql`select ${answerColumns} from ${answerTable} as answer where ${id} for update`)

const graded = statement(sql`update ${answerTable} as answer set state = 'graded', graded_at = ${at} where ${id}`)

// Clears the columns that only delivery needed, which also removes the row from two indexes. The time of grading is
// stored with the grade.
const told = statement(sql`
  update ${answerTable} as answer set state = 'told', graded_at = null, words_key = null, path = null, event_id = null, request_id = null
  where ${id}`)

/**
 * Locks the player's row until the answer is stored, so that a concurrent request to forget the player waits and then
 * erases the answer too. The foreign key from answers to players would take the same lock too late.
 */
const stored = statement(sql`
  insert into ${answerTable} as answer (${newColumns})
  select (select workspace_id from ${roundTable} where id = ${sql.placeholder('roundId')}),
    ${answerRow.given('roundId', 'playerId', 'teamId', 'attempt')}, ${givenColumns}
  from ${playerTable} as player
  where player.id = ${sql.placeholder('playerId')} and player.forgotten_at is null and not ${isDeparted}
  for key share of player
  on conflict do nothing
  returning ${answerColumns}`)

const sameEvent = sql`answer.event_id = ${answerRow.given('eventId')}`

const earlier = statement(sql`
  select ${answerColumns} from ${answerTable} as answer
  where answer.player_id = ${sql.placeholder('playerId')}
    and (${sameEvent} or answer.round_id = ${sql.placeholder('roundId')} and answer.words_key = ${sql.placeholder('wordsKey')})
  order by ${sameEvent} desc, answer.id limit 1`)

const attemptsOf = statement(sql`
  select ${attemptColumns}
  from ${answerTable} as answer left join lateral ${newestGrade(sql`answer.id`)} on true
  where answer.round_id = ${sql.placeholder('roundId')} and answer.player_id = ${sql.placeholder('playerId')}
  order by answer.attempt`)
