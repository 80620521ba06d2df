import type { Verdict } from '../../../domain/rubric/rubric.ts'
import type { Progress } from '../../../ports/store/habits.ts'
import { answerTable } from '../schema/answers.ts'
import { gradeTable } from '../schema/grades.ts'
import { pauseTable } from '../schema/habits.ts'
import { playerTable } from '../schema/players.ts'
import { questionTable } from '../schema/questions.ts'
import { roundTable } from '../schema/rounds.ts'
import { sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { playedChannels } from './asked-days.ts'

export function progress({ run }: Session): Progress {
  return {
    async answers(playerId) {
      const [row] = await run<{ grades: Graded[] | null }>(graded, { playerId })
      return answersOf(row?.grades ?? [])
    },

    async days(playerId, first, last) {
      const [row] = await run<Awaited<ReturnType<Progress['days']>>>(days, { playerId, first, last })
      return row ?? { answered: [], asked: [], pauses: [] }
    },
  }
}

/** Answer, round, question, topic, time received in milliseconds, verdict and points. */
type Graded = [number, number, string, string, number, Verdict, number]

/** Uses each answer's newest grade, with the points of all its grades. */
function answersOf(grades: readonly Graded[]): Awaited<ReturnType<Progress['answers']>> {
  const answers: Awaited<ReturnType<Progress['answers']>> = []
  let newest = 0
  for (const [answerId, roundId, questionId, topic, at, verdict, earned] of grades) {
    const last = answers.at(-1)
    if (last && answerId === newest) {
      last.verdict = verdict
      last.points += earned
    } else answers.push({ roundId, questionId, topic, at: new Date(at), verdict, points: earned })
    newest = answerId
  }
  return answers
}

/** Selects one document, because hundreds of rows take five times as long to read. */
const graded = statement(sql`
  select json_agg(
    json_build_array(answer.id, answer.round_id, round.question_id, question.topic,
      (extract(epoch from answer.received_at) * 1000)::float8, grade.verdict, grade.earned)
    order by answer.received_at, answer.id, grade.id
  ) as grades
  from ${answerTable} as answer
  join ${gradeTable} as grade on grade.answer_id = answer.id
  join ${roundTable} as round on round.id = answer.round_id
  join ${questionTable} as question
    on question.id = round.question_id and question.version = round.question_version
  where answer.player_id = ${sql.placeholder('playerId')}`)

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
  ) as asked, (
    select coalesce(json_agg(json_build_object('first', pause.first_day, 'last', pause.last_day) order by pause.first_day), '[]')
    from ${pauseTable} as pause where pause.player_id = player.id
  ) as pauses
  from ${playerTable} as player where player.id = ${sql.placeholder('playerId')}`)
