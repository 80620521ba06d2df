import type { Verdict } from '../../../domain/rubric/rubric.ts'
import type { Progress } from '../../../ports/store/habits.ts'
import { answerTable } from '../schema/answers.ts'
import { gradeTable } from '../schema/grades.ts'
import { playerTable } from '../schema/players.ts'
import { questionTable } from '../schema/questions.ts'
import { roundTable } from '../schema/rounds.ts'
import { sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { playedChannels } from './asked-days.ts'

type Row = {
  round_id: string
  question_id: string
  topic: string
  at: string
  verdict: Verdict
  points: number
}

export function progress({ run }: Session): Progress {
  return {
    async answers(playerId) {
      const rows = await run<Row>(graded, { playerId })
      return rows.map(({ round_id, question_id, at, ...row }) => ({
        ...row,
        roundId: Number(round_id),
        questionId: question_id,
        at: new Date(at),
      }))
    },

    async days(playerId, first, last) {
      const [row] = await run<{ answered: string[]; asked: string[] }>(days, { playerId, first, last })
      return row ?? { answered: [], asked: [] }
    },
  }
}

/** The newest grade of an answer holds. */
const graded = statement(sql`
  select answer.round_id, round.question_id, question.topic, answer.received_at as at, newest.verdict, newest.points
  from ${answerTable} as answer
  join lateral (
    select (array_agg(grade.verdict order by grade.id desc))[1] as verdict, sum(grade.earned)::int as points
    from ${gradeTable} as grade where grade.answer_id = answer.id
  ) as newest on newest.verdict is not null
  join ${roundTable} as round on round.id = answer.round_id
  join ${questionTable} as question
    on question.id = round.question_id and question.version = round.question_version
  where answer.player_id = ${sql.placeholder('playerId')}
  order by answer.received_at, answer.id`)

const between = sql`round.local_date between ${sql.placeholder('first')}::date and ${sql.placeholder('last')}::date`

const days = statement(sql`
  select array(
    select distinct round.local_date::text from ${answerTable} as answer
    join ${roundTable} as round on round.id = answer.round_id
    where answer.player_id = player.id and ${between}
  ) as answered, array(
    select distinct round.local_date::text from ${roundTable} as round
    where round.channel_id in (${playedChannels}) and round.kind = 'scheduled' and round.state in ('open', 'closed')
      and ${between}
  ) as asked
  from ${playerTable} as player where player.id = ${sql.placeholder('playerId')}`)
