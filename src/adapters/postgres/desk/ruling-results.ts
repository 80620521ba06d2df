import type { RegradedAnswer, RulingResults } from '../../../ports/store/rulings.ts'
import { awardTeams, boardsOfRows, entryColumns, entryRows, givenRows, ledgerAndStandings } from '../boards/award.ts'
import { findingsOf } from '../grades.ts'
import { rulingNoticeTable } from '../schema/desk.ts'
import { gradeTable } from '../schema/grades.ts'
import { and, asc, eq, gt, isNull, lt, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { withoutNulls } from '../sql/without-nulls.ts'

export function rulingResults(session: Session): RulingResults {
  const { db, atomically } = session
  const { id, workspaceId, toldAt, madeAt } = rulingNoticeTable
  return {
    async regrade(rows) {
      if (rows.length === 0) return
      await atomically(async (part) => {
        await part.run(regraded, { rows: givenOf(rows) })
        await awardTeams(part, rows.map(entryOf))
      })
    },

    async addNotices(notices) {
      if (notices.length === 0) return []
      const rows = await db.insert(rulingNoticeTable).values(notices).returning({ id })
      return rows.map((row) => row.id)
    },

    async notice(wanted) {
      const [row] = await db.select().from(rulingNoticeTable).where(eq(id, wanted))
      if (!row) return undefined
      const { madeAt: _, ...notice } = row
      return withoutNulls(notice)
    },

    async told(wanted, at) {
      await db.update(rulingNoticeTable).set({ toldAt: at }).where(eq(id, wanted))
    },

    untold({ before, after, limit }) {
      return db
        .select({ id, workspaceId })
        .from(rulingNoticeTable)
        .where(and(gt(id, after), isNull(toldAt), lt(madeAt, before)))
        .orderBy(asc(id))
        .limit(limit)
    },
  }
}

function entryOf({ answer, workspaceId, grade, day }: RegradedAnswer) {
  const { playerId, roundId, teamId } = answer
  return { workspaceId, playerId, roundId, points: grade.earned, day, ...(teamId === undefined ? {} : { teamId }) }
}

function givenOf(rows: readonly RegradedAnswer[]): Record<string, unknown>[] {
  const entries = entryRows(rows.map(entryOf))
  return rows.map(({ answer, grade }, place) => {
    const { questionVersion, gradedAt, score, verdict, cause } = grade
    return {
      ...entries[place],
      ...{ answer_id: answer.id, question_version: questionVersion, score, verdict, cause, graded_at: gradedAt },
      findings: findingsOf(grade),
    }
  })
}

/** Saves new grades of graded answers, as `grading.save` does for ungraded ones. */
const regraded = statement(sql`
  with given as materialized (
    select * from ${givenRows} as given (
      ${entryColumns}, answer_id bigint, question_version text, score float8, verdict text, cause text, findings jsonb, graded_at timestamptz
    )
  ), ${boardsOfRows('given')},
  grade as (
    insert into ${gradeTable} (answer_id, question_version, score, verdict, findings, cause, earned, graded_at)
    select given.answer_id, question_version, score, verdict, findings, cause, points, graded_at
    from given join turn on turn.workspace_id = given.workspace_id
    order by given.answer_id
    returning id, answer_id
  ), entry as materialized (
    select given.*, grade.id as grade_id from grade join given on given.answer_id = grade.answer_id
  ), ${ledgerAndStandings}
  select count(*) from added`)
