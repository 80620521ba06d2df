import type { Overview } from '../../../ports/store/overview.ts'
import { newestGrade } from '../grades.ts'
import { roundColumns, roundFrom } from '../rounds/round-row.ts'
import { answerTable } from '../schema/answers.ts'
import { channelTable } from '../schema/channels.ts'
import { questionTable } from '../schema/questions.ts'
import { roundTable } from '../schema/rounds.ts'
import { sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { countedFrom, type QuestionRow, questionFigures } from './question-figures.ts'

export function overview({ run }: Session): Overview {
  return {
    async texts(questions) {
      const ids = JSON.stringify(questions.map(({ id, version }) => ({ id, version })))
      const rows = await run<TextRow>(texts, { ids })
      const ideasOf = (points: TextRow['points']) => new Map(points.map(({ id, label }) => [id, label]))
      return new Map(rows.map(({ id, prompt, points }) => [id, { prompt, ideas: ideasOf(points) }]))
    },

    async questions(workspaceId, since) {
      return (await run<QuestionRow>(questionFigures, { workspaceId, since })).map(countedFrom)
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
