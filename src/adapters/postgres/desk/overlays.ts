import type { LabelledExample } from '../../../domain/question.ts'
import type { Bound } from '../../../domain/rulings/additions.ts'
import type { Overlay, Overlays, Settled, StoredText } from '../../../ports/store/rulings.ts'
import { answerTable } from '../schema/answers.ts'
import { rulingTable } from '../schema/desk.ts'
import { disputeTable } from '../schema/disputes.ts'
import { gradeTable } from '../schema/grades.ts'
import { overlayTable } from '../schema/questions.ts'
import { roundTable } from '../schema/rounds.ts'
import { and, desc, eq, type SQL, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { withoutNulls } from '../sql/without-nulls.ts'
import { settledAnswers } from './settled-answers.ts'

export function overlays(session: Session): Overlays {
  const { db, run } = session
  const { id, workspaceId, questionId } = overlayTable
  return {
    ...settledAnswers(session),

    async add(overlay, seen) {
      const [row] = await db
        .insert(overlayTable)
        .values({ ...overlay, revision: seen + 1 })
        .onConflictDoNothing()
        .returning()
      return row && overlayFrom(row)
    },

    async find(workspace, wanted) {
      const [row] = await db
        .select()
        .from(overlayTable)
        .where(and(eq(id, wanted), eq(workspaceId, workspace)))
      return row && { ...overlayFrom(row), texts: row.settled ? await textsOf(session, row.settled, workspace) : [] }
    },

    async newest(of) {
      const meant = and(
        of.workspaceId === undefined ? undefined : eq(workspaceId, of.workspaceId),
        of.questionId === undefined ? undefined : eq(questionId, of.questionId),
      )
      const rows = await db
        .selectDistinctOn([workspaceId, questionId])
        .from(overlayTable)
        .where(meant)
        .orderBy(workspaceId, questionId, desc(overlayTable.revision))
      return rows.map(overlayFrom)
    },

    bounds: (workspace, question) => run<Bound>(bounds, { workspaceId: workspace, questionId: question }),

    async texts(workspace, question, page) {
      const rows = await run<StoredText>(texts, { workspaceId: workspace, questionId: question, ...page })
      return rows.map(({ text, people }) => ({ text, people }))
    },
  }
}

function overlayFrom(row: typeof overlayTable.$inferSelect): Overlay {
  return withoutNulls(row)
}

/** In the stored order, and without those whose texts were erased. */
async function textsOf({ run }: Session, { answers }: Settled, workspace: number): Promise<LabelledExample[]> {
  const ids = answers.map(({ answerId }) => answerId)
  const rows = await run<{ id: string; text: string }>(settledTexts, { ids, workspaceId: workspace })
  const textOf = new Map(rows.map(({ id, text }) => [Number(id), text]))
  return answers.flatMap(({ answerId, verdict }) => {
    const answer = textOf.get(answerId)
    return answer === undefined ? [] : [{ answer, verdict }]
  })
}

export function newestOverlay(of: { workspaceId: number | SQL; questionId: string | SQL }) {
  const { id, workspaceId, questionId } = overlayTable
  return sql<
    number | null
  >`(select max(${id}) from ${overlayTable} where ${workspaceId} = ${of.workspaceId} and ${questionId} = ${of.questionId})`
}

const settledTexts = statement(sql`
  select id, text from ${answerTable}
  where id = any((select ${sql.placeholder('ids')}::bigint[])::bigint[]) and text <> ''
    and workspace_id = ${sql.placeholder('workspaceId')}`)

const asked = sql`asked as materialized (
  select id from ${roundTable}
  where workspace_id = ${sql.placeholder('workspaceId')} and question_id = ${sql.placeholder('questionId')}
)`

/**
 * The highest verdict that a ruling allows, which is stored with it. An answer that was left as graded in an earlier
 * release, or whose dispute was rejected, can't get a better verdict than its current one.
 */
const bounds = statement(sql`
  with ${asked}, decided as (
    select answer_id, case mark when 'half' then 'partial' else most end as most from ${rulingTable}
    where workspace_id = ${sql.placeholder('workspaceId')} and question_id = ${sql.placeholder('questionId')}
      and mark <> 'right'
    union
    select dispute.answer_id, null from ${disputeTable} as dispute
    join ${answerTable} as answer on answer.id = dispute.answer_id
    where dispute.workspace_id = ${sql.placeholder('workspaceId')} and dispute.state = 'rejected'
      and answer.round_id in (select id from asked)
  )
  select answer.text, coalesce(decided.most, grade.verdict) as most
  from decided
  join ${answerTable} as answer on answer.id = decided.answer_id and answer.text <> ''
  join lateral (
    select verdict from ${gradeTable} where answer_id = answer.id order by id desc limit 1
  ) as grade on true
  order by answer.id desc limit 1000`)

const texts = statement(sql`
  with ${asked}, written as (
    select answer.id, answer.player_id, answer.text
    from ${answerTable} as answer
    where answer.round_id in (select id from asked) and answer.text <> ''
    order by answer.id desc limit ${sql.placeholder('answers')}
  )
  select max(text) as text, count(distinct player_id)::int as people
  from written group by md5(lower(btrim(text)))
  order by people desc, max(id) desc limit ${sql.placeholder('limit')}`)
