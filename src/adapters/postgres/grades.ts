import { desc, eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Grades, SavedGrade } from '../../ports/store/answers.ts'
import { gradeTable } from './schema/grades.ts'
import type { Session } from './session.ts'

export function grades({ db }: Session): Grades {
  return {
    async save({ points, misconceptions, readings, ...grade }) {
      const [row] = await db
        .insert(gradeTable)
        .values({ ...grade, findings: { points, misconceptions, readings } })
        .returning({ id: gradeTable.id })
      if (!row) throw new Error('an insert gave nothing back')
      return row
    },

    async newest(answerId) {
      const [row] = await gradesOf(db, answerId).limit(1)
      return row && savedGrade(row)
    },
  }
}

/** Grades of an answer, newest first; `answerId` may be a column of a query that this one is a lateral part of. */
export function gradesOf(db: NodePgDatabase, answerId: number | SQLWrapper) {
  return db
    .select({
      id: gradeTable.id,
      answerId: gradeTable.answerId,
      questionVersion: gradeTable.questionVersion,
      score: gradeTable.score,
      verdict: gradeTable.verdict,
      findings: gradeTable.findings,
      cause: gradeTable.cause,
      earned: gradeTable.earned,
      // Over all rows, before a limit takes some away.
      earnedInAll: sql<number>`(sum(${gradeTable.earned}) over ())::int`.as('earned_in_all'),
      gradedAt: gradeTable.gradedAt,
    })
    .from(gradeTable)
    .where(eq(gradeTable.answerId, answerId))
    .orderBy(desc(gradeTable.id))
}

export function savedGrade({
  findings,
  ...grade
}: typeof gradeTable.$inferSelect & { earnedInAll: number }): SavedGrade {
  return { ...grade, ...findings }
}
