import { isDeepStrictEqual } from 'node:util'
import type { LabelledExample } from '../../../domain/question.ts'
import type { SettledAnswer } from '../../../domain/rulings/settled.ts'
import type { Overlays, Settled } from '../../../ports/store/rulings.ts'
import { answerTable } from '../schema/answers.ts'
import { rulingTable } from '../schema/desk.ts'
import { disputeTable } from '../schema/disputes.ts'
import { gradeTable } from '../schema/grades.ts'
import { overlayTable, questionTable } from '../schema/questions.ts'
import { roundTable } from '../schema/rounds.ts'
import { and, desc, eq, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'

/** Somebody else may add an overlay at the same moment. */
const mostTries = 5

export function settledAnswers({ db, run }: Session): Pick<Overlays, 'settled' | 'settle'> {
  const { id, workspaceId, questionId, revision } = overlayTable
  return {
    settled: ({ workspaceId: workspace, questionId: question, prompt, answer }, most) =>
      run<SettledRow>(settled, { workspaceId: workspace, questionId: question, prompt, answer, most }).then((rows) =>
        rows.map((row): SettledAnswer => ({ answerId: Number(row.answer_id), verdict: row.verdict })),
      ),

    async settle(of) {
      for (let tries = 0; tries < mostTries; tries++) {
        const [newest] = await db
          .select()
          .from(overlayTable)
          .where(and(eq(workspaceId, of.workspaceId), eq(questionId, of.questionId)))
          .orderBy(desc(revision))
          .limit(1)
        if (isDeepStrictEqual(newest?.settled?.answers ?? [], of.settled.answers) && isSameAsked(newest, of)) return
        const changed = await db
          .update(overlayTable)
          .set({ settled: of.settled })
          .where(
            and(
              eq(id, newest?.id ?? 0),
              sql`not exists (select from ${roundTable} where overlay_id = ${newest?.id ?? 0})`,
            ),
          )
          .returning({ id })
        if (changed.length > 0) return
        const { additions = [], taught = 0, questionVersion = of.questionVersion } = newest ?? {}
        const added = await db
          .insert(overlayTable)
          .values({ ...of, additions, taught, questionVersion, revision: (newest?.revision ?? 0) + 1 })
          .onConflictDoNothing()
          .returning({ id })
        if (added.length > 0) return
      }
    },
  }
}

function isSameAsked(newest: { settled: Settled | null } | undefined, of: { settled: Settled }): boolean {
  return of.settled.answers.length === 0 || newest?.settled?.asked === of.settled.asked
}

type SettledRow = { answer_id: string; verdict: LabelledExample['verdict'] }

/**
 * Of several decisions about the same text, the latest counts, and a ruling takes precedence over the dispute that it
 * decided. Words whose dispute was rejected count as half right at most, and words that an admin sorted count as
 * sorted.
 */
const settled = statement(sql`
  with asked as materialized (
    select round.id
    from ${roundTable} as round
    join ${questionTable} as question on question.id = round.question_id and question.version = round.question_version
    where round.workspace_id = ${sql.placeholder('workspaceId')} and round.question_id = ${sql.placeholder('questionId')}
      and question.body ->> 'prompt' = ${sql.placeholder('prompt')} and question.body ->> 'answer' = ${sql.placeholder('answer')}
  ), decision as (
    select answer_id, case mark when 'right' then 'correct' when 'half' then 'partial' else most end as verdict, decided_at, true as ruled
    from ${rulingTable}
    where workspace_id = ${sql.placeholder('workspaceId')} and question_id = ${sql.placeholder('questionId')}
    union all
    select dispute.answer_id, case dispute.state when 'accepted' then 'correct' end, dispute.decided_at, false
    from ${disputeTable} as dispute
    join ${answerTable} as answer on answer.id = dispute.answer_id and answer.round_id in (select id from asked)
    where dispute.workspace_id = ${sql.placeholder('workspaceId')} and dispute.state in ('accepted', 'rejected')
  ), decided as (
    select distinct on (lower(btrim(answer.text))) answer.id, lower(btrim(answer.text)) as letters, decision.decided_at,
      coalesce(decision.verdict, case grade.verdict when 'correct' then 'partial' else grade.verdict end) as verdict
    from decision
    join ${answerTable} as answer on answer.id = decision.answer_id and answer.text <> ''
      and answer.round_id in (select id from asked)
    join lateral (
      select verdict from ${gradeTable} where answer_id = answer.id order by id desc limit 1
    ) as grade on true
    order by lower(btrim(answer.text)), decision.decided_at desc, decision.ruled desc, answer.id desc
  )
  select id as answer_id, verdict from (
    select id, verdict from decided order by decided_at desc, id desc limit ${sql.placeholder('most')}
  ) as latest
  order by answer_id`)
