import type { TeamRound } from '../../../domain/memory/team-memory.ts'
import type { Rounds } from '../../../ports/store/rounds.ts'
import { answerTable } from '../schema/answers.ts'
import { gradeTable } from '../schema/grades.ts'
import { questionTable } from '../schema/questions.ts'
import { roundResultTable, roundTable } from '../schema/rounds.ts'
import { type SQL, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { storeResults } from './round-results.ts'

export function roundFigures({ run, atomically }: Session): Pick<Rounds, 'recount' | 'countPast' | 'outcomes'> {
  const count = async (part: Session, roundIds: readonly number[]) => {
    if (roundIds.length === 0) return
    await part.run(lockedRounds, { roundIds })
    await part.run(recount, { roundIds })
    await part.run(storeResults, { roundIds })
  }
  return {
    recount: (roundIds) => atomically((part) => count(part, roundIds)),

    countPast: (limit) =>
      atomically(async (part) => {
        const roundIds = (await part.run<{ id: string }>(uncounted, { limit })).map(({ id }) => Number(id))
        await count(part, roundIds)
        return roundIds.length
      }),

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

/** After this lock, no other transaction can save a grade, and the next statement sees every grade saved before. */
export const lockedRounds = statement(sql`
  select from ${roundTable} where id = any (${sql.placeholder('roundIds')}::bigint[]) order by id for no key update`)

const recount = statement(sql`
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
  where round.id = any (${sql.placeholder('roundIds')}::bigint[]) and round.revealed_at is not null`)

const uncounted = statement(sql`
  select round.id from ${roundTable} as round
  where round.revealed_at is not null
    and (round.answered is null or not exists (select from ${roundResultTable} where round_id = round.id))
  order by round.id desc limit ${sql.placeholder('limit')}
  for no key update of round skip locked`)

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
