import type { TeamRound } from '../../../domain/memory/team-memory.ts'
import type { Rounds } from '../../../ports/store/rounds.ts'
import { answerTable } from '../schema/answers.ts'
import { gradeTable } from '../schema/grades.ts'
import { questionTable } from '../schema/questions.ts'
import { roundTable } from '../schema/rounds.ts'
import { type SQL, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'

/** How many answered a round and how many of them were right, counted once it is revealed. */
export function roundFigures({ run }: Session): Pick<Rounds, 'recount' | 'countPast' | 'outcomes'> {
  return {
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
  }
}

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
