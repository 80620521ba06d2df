import { answerTable } from '../schema/answers.ts'
import { gradeTable } from '../schema/grades.ts'
import { roundResultTable, roundTable } from '../schema/rounds.ts'
import { type SQL, sql } from '../sql/drizzle.ts'
import { statement } from '../sql/statement.ts'

/** In a round of two thousand people, rarer wordings are single answers that admins hardly ever look at. */
const mostWordings = 100
/**
 * Admins see the most common wrong answer only if this many people wrote it, because a rarer text could reveal its
 * author.
 */
const fewestEqual = 3
/** More than one is stored, in case an author is forgotten. */
const wrongStored = 3
/**
 * The number of latest rounds in a person's mean score, and the number of people in the correlation. More would not
 * make it noticeably more precise.
 */
const roundsCompared = 40
const peopleCompared = 200

/** The hash of a text, regardless of case. The caller handles other differences. */
export const letters = (text: SQL) => sql`md5(lower(btrim(${text})))`

/** Leaves out the total points, because their sum takes longer to compute than the grade takes to find. */
const grade = (answerId: SQL) => sql`(
    select verdict, score, findings from ${gradeTable} where answer_id = ${answerId} order by id desc limit 1
  ) as grade`

/**
 * Selects the answers to a round, for a statement about a few rounds. The offset keeps Postgres from expecting many
 * rounds and reading the answers to all of them.
 */
export const answersOf = (roundId: SQL) => sql`(
    select id, player_id, text from ${answerTable} where round_id = ${roundId} offset 0
  ) as answer`

/**
 * Common table expressions that select the newest grade of each answer, and the best answer of each player, in the
 * rounds of `counting`.
 */
export const gradedAnswers = sql`
  graded as materialized (
    select counting.id as round_id, answer.id, answer.player_id, answer.text, grade.verdict, grade.score, grade.findings
    from counting
    cross join lateral ${answersOf(sql`counting.id`)}
    join lateral ${grade(sql`answer.id`)} on true
  ), best as materialized (
    select distinct on (round_id, player_id) * from graded order by round_id, player_id, score desc
  )`

/** Needs `best`. */
export const lackedPoints = sql`
  lacked as (
    select round_id, point->>'id' as id, count(*)::int as players
    from best, jsonb_array_elements(findings->'points') as point
    where point->>'found' = 'false'
    group by round_id, point->>'id'
  )`

const wordings = sql`
  wording as materialized (
    select *, row_number() over (partition by round_id order by people desc, newest desc) as place from (
      select round_id, max(id) as newest, bool_and(verdict = 'incorrect') as wrong,
        (array_agg(id order by id desc))[1:${sql.raw(String(wrongStored))}] as answers,
        array_agg(distinct player_id) as players, count(distinct player_id)::int as people
      from graded where verdict <> 'correct' and text <> ''
      group by round_id, ${letters(sql`text`)}
    ) as equal
  ), listed as (
    select round_id, jsonb_agg(to_jsonb(newest || players) order by place) as wordings
    from wording where place <= ${sql.raw(String(mostWordings))} group by round_id
  ), wrong as (
    select distinct on (round_id) round_id, answers, people
    from wording where wrong and people >= ${sql.raw(String(fewestEqual))} order by round_id, place
  )`

const telling = sql`
  latest as materialized (
    select counting.id as round_id, other.id, other.question_id
    from counting cross join lateral (
      select id, question_id from ${roundTable} as other
      where other.workspace_id = counting.workspace_id and other.state <> 'failed'
      order by other.id desc limit ${sql.raw(String(roundsCompared))}
    ) as other
    where other.question_id <> counting.question_id
  ), compared as materialized (
    select round_id, player_id, (verdict = 'correct')::int as got from (
      select *, row_number() over (partition by round_id order by hashint8(player_id), player_id) as place from best
    ) as one where place <= ${sql.raw(String(peopleCompared))}
  ), mean as (
    select round_id, player_id, got, round(avg(score)::numeric, 6)::float8 as others
    from (
      select compared.round_id, compared.player_id, compared.got, max(grade.score) as score
      from compared
      join latest on latest.round_id = compared.round_id
      cross join lateral (
        select id from ${answerTable} where round_id = latest.id and player_id = compared.player_id offset 0
      ) as answer
      join lateral ${grade(sql`answer.id`)} on true
      group by compared.round_id, compared.player_id, compared.got, latest.question_id
    ) as scores
    group by round_id, player_id, got
  ), told as (
    select round_id, array[count(*), sum(got), sum(others), sum(got * others), sum(others * others)]::float8[] as sums
    from mean group by round_id
  )`

/**
 * Stores the results of revealed rounds. The rounds must be locked, so that no grade is saved before the transaction
 * ends.
 */
export const storeResults = statement(sql`
  with counting as materialized (
    select id, workspace_id, question_id from ${roundTable}
    where id = any (${sql.placeholder('roundIds')}::bigint[]) and revealed_at is not null
  ), ${gradedAnswers}, ${lackedPoints}, ${wordings}, ${telling}
  insert into ${roundResultTable} (round_id, missed, wordings, wrong_answers, wrong_people, telling)
  select counting.id, coalesce(missed.points, '{}'), coalesce(listed.wordings, '[]'), coalesce(wrong.answers, '{}'),
    coalesce(wrong.people, 0), coalesce(told.sums, '{0,0,0,0,0}')
  from counting
  left join (
    select round_id, jsonb_object_agg(id, players) as points from lacked group by round_id
  ) as missed on missed.round_id = counting.id
  left join listed on listed.round_id = counting.id
  left join wrong on wrong.round_id = counting.id
  left join told on told.round_id = counting.id
  on conflict (round_id) do update set missed = excluded.missed, wordings = excluded.wordings,
    wrong_answers = excluded.wrong_answers, wrong_people = excluded.wrong_people, telling = excluded.telling`)
