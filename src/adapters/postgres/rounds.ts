import type { TeamRound } from '../../domain/memory/team-memory.ts'
import { packOf } from '../../domain/packs/own-questions.ts'
import type { Round } from '../../domain/round.ts'
import type { Rounds } from '../../ports/store/rounds.ts'
import { answerTable } from './schema/answers.ts'
import { gradeTable } from './schema/grades.ts'
import { questionTable } from './schema/questions.ts'
import { roundTable } from './schema/rounds.ts'
import { and, asc, eq, gt, inArray, isNull, lt, lte, ne, type SQL, sql, unionAll } from './sql/drizzle.ts'
import { only } from './sql/only.ts'
import { rowReader } from './sql/row-reader.ts'
import type { Session } from './sql/session.ts'
import { statement } from './sql/statement.ts'
import { withoutNulls } from './sql/without-nulls.ts'

export function rounds({ db, run }: Session): Rounds {
  return {
    async create(round) {
      const questionOwner = packOf(round.questionId) === 'built-in' ? null : round.workspaceId
      const [row] = await db
        .insert(roundTable)
        .values({ ...round, questionOwner })
        .onConflictDoNothing()
        .returning()
      return row && asRound(row)
    },

    async find(id, lock) {
      const [row] = await run(lock ? foundAndLocked : found, { id })
      return row && roundFrom(row)
    },

    async change(id, change) {
      const rows = await db.update(roundTable).set(change).where(eq(roundTable.id, id)).returning()
      return asRound(only(rows, 'round', id))
    },

    async holdGrading(of) {
      const { id, questionId, workspaceId, questionVersion, state } = roundTable
      const meant =
        'roundId' in of
          ? eq(id, of.roundId)
          : and(
              eq(questionId, of.questionId),
              of.workspaceId === undefined ? undefined : eq(workspaceId, of.workspaceId),
              of.questionVersion === undefined ? undefined : eq(questionVersion, of.questionVersion),
            )
      // Locked from the lower id, as the save of grades does.
      const locked = db.select({ id }).from(roundTable).where(meant).orderBy(asc(id)).for('no key update')
      // It changes nothing but the version of the rows, which that save compares.
      await db
        .update(roundTable)
        .set({ state: sql`${state}` })
        .where(inArray(id, locked))
    },

    async latest(channelId, states, limit) {
      const rows = await run(latest, { channelId, states, limit })
      return rows.map(roundFrom)
    },

    async lastAnswered(playerId, channelId) {
      const [row] = await run(lastAnswered, { playerId, channelId: channelId ?? null })
      return row && roundFrom(row)
    },

    numberOf({ id, channelId }) {
      return db.$count(
        roundTable,
        and(eq(roundTable.channelId, channelId), lte(roundTable.id, id), ne(roundTable.state, 'failed')),
      )
    },

    async openFor({ id: playerId, workspaceId }, limit) {
      const rows = await run(openFor, { playerId, workspaceId, limit })
      return rows.map(roundFrom)
    },

    async past({ workspaceId, channelId = null }, { without, from = null, limit }) {
      const rows = await run(past, { workspaceId, channelId, without, from, limit })
      return rows.map(({ number, players, correct, ...row }) => ({
        round: roundFrom(row),
        number: Number(number),
        players: Number(players),
        correct: Number(correct),
      }))
    },

    /** A round that could not be posted was seen by nobody, and does not count. */
    history(channelId) {
      const askedAt = sql`max(coalesce(${roundTable.openedAt}, ${roundTable.createdAt}))`.mapWith(roundTable.createdAt)
      return db
        .select({ questionId: roundTable.questionId, askedAt })
        .from(roundTable)
        .where(and(eq(roundTable.channelId, channelId), ne(roundTable.state, 'failed')))
        .groupBy(roundTable.questionId)
        .orderBy(asc(askedAt))
    },

    async recount(roundIds) {
      await run(recount, { roundIds })
    },

    async countPast(limit) {
      return (await run(countPast, { limit })).length
    },

    async outcomes({ workspaceId, channelId }, limit) {
      const rows = await run<OutcomeRow>(channelId === undefined ? ofWorkspace : ofChannel, {
        ...{ workspaceId, limit },
        ...(channelId === undefined ? {} : { channelId }),
      })
      return rows.map(({ round_id, channel_id, question_id, ...row }) => ({
        ...{ roundId: Number(round_id), channelId: Number(channel_id), questionId: question_id },
        ...row,
      }))
    },

    async unrevealed(workspaceId) {
      const rows = await run<{ question_id: string }>(unrevealed, { workspaceId })
      return rows.map((row) => row.question_id)
    },

    /** Each kind has an index of its own, so that the many rounds that are fine are never looked at. */
    unfinished({ before, now, after, limit }) {
      const { id, workspaceId, state } = roundTable
      const those = (which: SQL | undefined) =>
        db
          .select({ id, workspaceId, state })
          .from(roundTable)
          .where(and(gt(id, after), which))
      return unionAll(
        those(and(eq(state, 'posting'), lt(roundTable.createdAt, before))),
        those(and(eq(state, 'open'), lte(roundTable.closesAt, now))),
        those(and(eq(state, 'closed'), isNull(roundTable.revealedAt))),
      )
        .orderBy(sql`id`)
        .limit(limit)
    },
  }
}

const roundRow = rowReader(roundTable, 'round')

/** What stands in the list of a select for the table under the name of `round`. */
export const roundColumns = roundRow.columns

export function roundFrom(row: Record<string, unknown>): Round {
  return asRound(roundRow.read(row))
}

function asRound({ questionOwner: _, answered: __, correct: ___, ...row }: typeof roundTable.$inferSelect): Round {
  return withoutNulls(row)
}

const byId = sql`select ${roundColumns} from ${roundTable} as round where round.id = ${sql.placeholder('id')}`

const found = statement(byId)

const foundAndLocked = statement(sql`${byId} for update`)

const latest = statement(sql`
  select ${roundColumns} from ${roundTable} as round
  where round.channel_id = ${sql.placeholder('channelId')} and round.state = any (${sql.placeholder('states')}::text[])
  order by round.id desc limit ${sql.placeholder('limit')}`)

const lastAnswered = statement(sql`
  select ${roundColumns} from ${answerTable} as answer join ${roundTable} as round on round.id = answer.round_id
  where answer.player_id = ${sql.placeholder('playerId')}
    and round.channel_id = coalesce(${sql.placeholder('channelId')}::bigint, round.channel_id)
  order by answer.id desc limit 1`)

/** The newest grade of an answer holds, and the best answer of a player. */
const past = statement(sql`
  select ${roundColumns}, took.players, took.correct, (
    select count(*) from ${roundTable} as earlier
    where earlier.channel_id = round.channel_id and earlier.id <= round.id and earlier.state <> 'failed'
  ) as number
  from ${roundTable} as round cross join lateral (
    select count(distinct answer.player_id) as players,
      count(distinct answer.player_id) filter (where grade.verdict = 'correct') as correct
    from ${answerTable} as answer cross join lateral (
      select verdict from ${gradeTable} where answer_id = answer.id order by id desc limit 1
    ) as grade
    where answer.round_id = round.id
  ) as took
  where round.workspace_id = ${sql.placeholder('workspaceId')}
    and round.channel_id = coalesce(${sql.placeholder('channelId')}::bigint, round.channel_id)
    and round.state = 'closed' and round.revealed_at is not null
    and round.question_id <> all (${sql.placeholder('without')}::text[])
    and round.id <= coalesce(${sql.placeholder('from')}::bigint, round.id)
  order by round.id desc limit ${sql.placeholder('limit')}`)

const openFor = statement(sql`
  select ${roundColumns} from ${roundTable} as round
  where round.workspace_id = ${sql.placeholder('workspaceId')} and round.state = 'open' and exists (
    select from ${answerTable} as answer join ${roundTable} as earlier on earlier.id = answer.round_id
    where answer.player_id = ${sql.placeholder('playerId')} and earlier.channel_id = round.channel_id
  )
  order by round.id desc limit ${sql.placeholder('limit')}`)

type OutcomeRow = TeamRound & { round_id: string; channel_id: string; question_id: string }

const counted = (where: SQL) =>
  statement(sql`
  update ${roundTable} as round set (answered, correct) = (
    select count(*), count(*) filter (where one.correct) from (
      select bool_or(grade.verdict = 'correct') as correct
      from ${answerTable} as answer
      join lateral (
        select verdict from ${gradeTable} where answer_id = answer.id order by id desc limit 1
      ) as grade on true
      where answer.round_id = round.id
      group by answer.player_id
    ) as one
  )
  where ${where} returning round.id`)

const recount = counted(sql`round.id = any (${sql.placeholder('roundIds')}::bigint[]) and round.answered is not null`)

const countPast = counted(sql`round.id = any (array(
    select id from ${roundTable} where revealed_at is not null and answered is null
    order by id desc limit ${sql.placeholder('limit')}
  ))`)

const outcomes = (where: SQL) =>
  statement(sql`
    select round.id as round_id, round.channel_id, round.question_id, round.local_date::text as date, question.topic,
      question.difficulty, round.answered, round.correct
    from (
      select * from ${roundTable} as round where ${where} and round.answered is not null
      order by round.id desc limit ${sql.placeholder('limit')}
    ) as round
    join ${questionTable} as question on question.id = round.question_id and question.version = round.question_version
    order by round.id`)

const ofWorkspace = outcomes(sql`round.workspace_id = ${sql.placeholder('workspaceId')}`)

const ofChannel = outcomes(
  sql`round.workspace_id = ${sql.placeholder('workspaceId')} and round.channel_id = ${sql.placeholder('channelId')}`,
)

const unrevealed = statement(sql`
  select distinct round.question_id from ${roundTable} as round
  where round.workspace_id = ${sql.placeholder('workspaceId')} and round.state <> 'failed' and round.revealed_at is null`)
