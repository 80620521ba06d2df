import type { Overview } from '../../../ports/store/overview.ts'
import { newestGrade } from '../grades.ts'
import { roundColumns, roundFrom } from '../rounds/round-row.ts'
import { answerTable } from '../schema/answers.ts'
import { channelTable } from '../schema/channels.ts'
import { disputeTable } from '../schema/disputes.ts'
import { questionTable } from '../schema/questions.ts'
import { roundTable } from '../schema/rounds.ts'
import { sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'

export function overview({ run }: Session): Overview {
  return {
    async texts(questions) {
      const ids = JSON.stringify(questions.map(({ id, version }) => ({ id, version })))
      const rows = await run<TextRow>(texts, { ids })
      const ideasOf = (points: TextRow['points']) => new Map(points.map(({ id, label }) => [id, label]))
      return new Map(rows.map(({ id, prompt, points }) => [id, { prompt, ideas: ideasOf(points) }]))
    },

    async questions(workspaceId, since) {
      return (await run<QuestionRow>(ofQuestions, { workspaceId, since })).map(
        ({ missed, discrimination, ...row }) => ({
          ...row,
          ...(discrimination === null ? {} : { discrimination }),
          ...(missed === null ? {} : { missedPoint: missed }),
        }),
      )
    },

    async rounds(workspaceId, { since, limit }) {
      const rows = await run<Counted>(latest, { workspaceId, since, limit })
      return rows.map((row) => ({
        round: roundFrom(row),
        channelName: row.channel_name,
        answered: row.answered,
        correct: row.correct,
      }))
    },
  }
}

type Counted = { channel_name: string; answered: number; correct: number }

type TextRow = { id: string; prompt: string; points: { id: string; label: string }[] }

const texts = statement(sql`
  select question.id, question.body->>'prompt' as prompt, question.body->'rubric'->'points' as points
  from jsonb_to_recordset(${sql.placeholder('ids')}::jsonb) as wanted (id text, version text)
  join ${questionTable} as question on question.id = wanted.id and question.version = wanted.version`)

type QuestionRow = {
  id: string
  version: string
  asked: number
  answered: number
  correct: number
  disputes: number
  missed: string | null
  discrimination: number | null
}

/**
 * Each player counts once per question, with their best answer. The point-biserial correlation is Pearson's of being right, 0
 * or 1, and the player's mean score on the other questions.
 */
const ofQuestions = statement(sql`
  with round as materialized (
    select id, question_id, question_version from ${roundTable}
    where workspace_id = ${sql.placeholder('workspaceId')} and created_at >= ${sql.placeholder('since')} and state <> 'failed'
  ), asked as (
    select question_id, count(*)::int as asked, (array_agg(question_version order by id desc))[1] as version
    from round group by question_id
  ), best as materialized (
    select distinct on (round.question_id, answer.player_id) round.question_id, answer.player_id, grade.verdict, grade.score, grade.findings
    from round
    join ${answerTable} as answer on answer.round_id = round.id
    join lateral ${newestGrade(sql`answer.id`)} on true
    order by round.question_id, answer.player_id, grade.score desc
  ), compared as (
    select question_id, (verdict = 'correct')::int as got, round(((sum(score) over all_of - score)
      / nullif(count(*) over all_of - 1, 0))::numeric, 6)::float8 as others
    from best window all_of as (partition by player_id)
  ), telling as (
    select question_id, corr(got, others) as discrimination from compared group by question_id
    having count(others) >= 3
  ), lacked as (
    select question_id, point->>'id' as id, count(*) as players
    from best, jsonb_array_elements(findings->'points') as point
    where point->>'found' = 'false'
    group by question_id, point->>'id'
  ), disputed as (
    select round.question_id, count(*)::int as disputes
    from ${disputeTable} as dispute
    join ${answerTable} as answer on answer.id = dispute.answer_id
    join round on round.id = answer.round_id
    where dispute.workspace_id = ${sql.placeholder('workspaceId')}
    group by round.question_id
  )
  select best.question_id as id, asked.version, asked.asked, count(*)::int as answered,
    (count(*) filter (where best.verdict = 'correct'))::int as correct,
    coalesce(disputed.disputes, 0) as disputes,
    telling.discrimination,
    (select lacked.id from lacked where lacked.question_id = best.question_id order by players desc, lacked.id limit 1) as missed
  from best
  join asked on asked.question_id = best.question_id
  left join disputed on disputed.question_id = best.question_id
  left join telling on telling.question_id = best.question_id
  group by best.question_id, asked.version, asked.asked, disputed.disputes, telling.discrimination
  order by answered desc, best.question_id`)

const latest = statement(sql`
  select ${roundColumns}, channel.name as channel_name, counted.answered, counted.correct
  from (
    select * from ${roundTable}
    where workspace_id = ${sql.placeholder('workspaceId')}
      and (created_at >= ${sql.placeholder('since')} or state in ('posting', 'open'))
    order by id desc limit ${sql.placeholder('limit')}
  ) as round
  join ${channelTable} as channel on channel.id = round.channel_id
  cross join lateral (
    select count(distinct answer.player_id)::int as answered,
      (count(distinct answer.player_id) filter (where grade.verdict = 'correct'))::int as correct
    from ${answerTable} as answer left join lateral ${newestGrade(sql`answer.id`)} on true
    where answer.round_id = round.id
  ) as counted
  order by round.id desc`)
