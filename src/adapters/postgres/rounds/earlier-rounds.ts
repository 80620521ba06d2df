import type { Rounds } from '../../../ports/store/rounds.ts'
import { answerTable } from '../schema/answers.ts'
import { gradeTable } from '../schema/grades.ts'
import { roundTable } from '../schema/rounds.ts'
import { and, asc, eq, lte, ne, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { roundColumns, roundFrom } from './round-row.ts'

export function earlierRounds({
  db,
  run,
}: Session): Pick<Rounds, 'latest' | 'lastAnswered' | 'numberOf' | 'past' | 'history'> {
  return {
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

    async past({ workspaceId, channelId = null }, { without, from = null, limit }) {
      const rows = await run(past, { workspaceId, channelId, without, from, limit })
      return rows.map(({ number, players, correct, ...row }) => ({
        round: roundFrom(row),
        number: Number(number),
        players: Number(players),
        correct: Number(correct),
      }))
    },

    /** A round that could not be posted does not count, because nobody saw it. */
    history(channelId) {
      const askedAt = sql`max(coalesce(${roundTable.openedAt}, ${roundTable.createdAt}))`.mapWith(roundTable.createdAt)
      return db
        .select({ questionId: roundTable.questionId, askedAt })
        .from(roundTable)
        .where(and(eq(roundTable.channelId, channelId), ne(roundTable.state, 'failed')))
        .groupBy(roundTable.questionId)
        .orderBy(asc(askedAt))
    },
  }
}

const latest = statement(sql`
  select ${roundColumns} from ${roundTable} as round
  where round.channel_id = ${sql.placeholder('channelId')} and round.state = any (${sql.placeholder('states')}::text[])
  order by round.id desc limit ${sql.placeholder('limit')}`)

const lastAnswered = statement(sql`
  select ${roundColumns} from ${answerTable} as answer join ${roundTable} as round on round.id = answer.round_id
  where answer.player_id = ${sql.placeholder('playerId')}
    and round.channel_id = coalesce(${sql.placeholder('channelId')}::bigint, round.channel_id)
  order by answer.id desc limit 1`)

/** Uses each answer's newest grade, and each player's best answer. */
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
