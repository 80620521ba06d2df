import type { CountedQuestion } from '../../../ports/store/overview.ts'
import { gradedAnswers, lackedPoints } from '../rounds/round-results.ts'
import { answerTable } from '../schema/answers.ts'
import { disputeTable } from '../schema/disputes.ts'
import { roundResultTable, roundTable } from '../schema/rounds.ts'
import { sql } from '../sql/drizzle.ts'
import { statement } from '../sql/statement.ts'

export type QuestionRow = Pick<CountedQuestion, 'id' | 'version' | 'asked' | 'answered' | 'correct' | 'disputes'> & {
  missed: string | null
  wrong: string | null
  wrong_people: number
  telling: number[] | null
}

/** With fewer people, the correlation is meaningless. */
const fewestCompared = 3

export function countedFrom({ missed, wrong, wrong_people: people, telling, ...row }: QuestionRow): CountedQuestion {
  const discrimination = telling && correlation(telling)
  return {
    ...row,
    ...(typeof discrimination === 'number' && { discrimination }),
    ...(missed !== null && { missedPoint: missed }),
    ...(wrong !== null && { wrongAnswer: { text: wrong, people } }),
  }
}

/**
 * The point-biserial correlation, which is Pearson's correlation between a correct answer (0 or 1) and the mean score
 * on other questions. Undefined if there are too few people, or if one of the two never varies.
 */
function correlation([people = 0, got = 0, others = 0, both = 0, squares = 0]: number[]): number | undefined {
  if (people < fewestCompared) return undefined
  const spread = (people * got - got * got) * (people * squares - others * others)
  return spread < 1e-9 ? undefined : (people * both - got * others) / Math.sqrt(spread)
}

/**
 * Counts the results that are stored with each round. Rounds without results, such as today's, are counted from their
 * answers.
 */
export const questionFigures = statement(sql`
  with round as materialized (
    select round.id, round.question_id, round.question_version, round.answered, round.correct, result.missed, result.wrong_answers,
      result.wrong_people, result.telling, result.round_id is null as uncounted
    from ${roundTable} as round left join ${roundResultTable} as result on result.round_id = round.id
    where round.workspace_id = ${sql.placeholder('workspaceId')} and round.created_at >= ${sql.placeholder('since')}
      and round.state <> 'failed'
  ), counting as materialized (
    select id from round where uncounted
  ), ${gradedAnswers}, ${lackedPoints}, fresh as (
    select round_id, count(*)::int as answered, (count(*) filter (where verdict = 'correct'))::int as correct
    from best group by round_id
  ), each as materialized (
    select round.*, coalesce(fresh.answered, case when uncounted then 0 else round.answered end, 0) as players,
      coalesce(fresh.correct, case when uncounted then 0 else round.correct end, 0) as got
    from round left join fresh on fresh.round_id = round.id
  ), question as (
    select question_id, (array_agg(question_version order by id desc))[1] as version, count(*)::int as asked,
      sum(players)::int as answered, sum(got)::int as correct,
      array[sum(telling[1]), sum(telling[2]), sum(telling[3]), sum(telling[4]), sum(telling[5])] as telling
    from each group by question_id
  ), missing as (
    select round.question_id, point.key as id, point.value::int as players
    from round, jsonb_each_text(round.missed) as point where not uncounted
    union all
    select round.question_id, lacked.id, lacked.players from lacked join round on round.id = lacked.round_id
  ), missed as (
    select distinct on (question_id) question_id, id
    from (select question_id, id, sum(players) as players from missing group by question_id, id) as point
    order by question_id, players desc, id
  ), wrong as (
    select distinct on (question_id) question_id, wrong_answers, wrong_people
    from round where wrong_people > 0 order by question_id, wrong_people desc, id desc
  ), disputed as (
    select round.question_id, count(*)::int as disputes
    from ${disputeTable} as dispute
    join ${answerTable} as answer on answer.id = dispute.answer_id
    join round on round.id = answer.round_id
    where dispute.workspace_id = ${sql.placeholder('workspaceId')} and dispute.opened_at >= ${sql.placeholder('since')}
    group by round.question_id
  )
  select question.question_id as id, question.version, question.asked, question.answered, question.correct, question.telling,
    coalesce(disputed.disputes, 0) as disputes, missed.id as missed, written.text as wrong,
    coalesce(wrong.wrong_people, 0) as wrong_people
  from question
  left join missed on missed.question_id = question.question_id
  left join disputed on disputed.question_id = question.question_id
  left join wrong on wrong.question_id = question.question_id
  left join lateral (
    select text from ${answerTable} where id = any (wrong.wrong_answers) and text <> '' order by id desc limit 1
  ) as written on true
  order by question.answered desc, question.question_id`)
