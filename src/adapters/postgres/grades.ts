import type { Grades, SavedGrade } from '../../ports/store/answers.ts'
import { answerTable } from './schema/answers.ts'
import { type Findings, gradeTable } from './schema/grades.ts'
import { desc, eq, type NodePgDatabase, type SQL, type SQLWrapper, sql } from './sql/drizzle.ts'
import { rowReader } from './sql/row-reader.ts'
import type { Session } from './sql/session.ts'
import { statement } from './sql/statement.ts'

export function grades({ db, run }: Session): Grades {
  return {
    async save({ points, misconceptions, readings, alike, ...grade }) {
      const [row] = await db
        .insert(gradeTable)
        .values({ ...grade, findings: findingsOf({ points, misconceptions, readings, ...(alike && { alike }) }) })
        .returning({ id: gradeTable.id })
      if (!row) throw new Error('an insert returned no row')
      return row
    },

    async newest(answerId) {
      const [row = {}] = await run(newest, { answerId })
      return gradeFrom(row)
    },

    async all(answerId) {
      return (await gradesOf(db, answerId)).map(savedGrade)
    },

    async changeAt(playerId, decidedAt) {
      const [row] = await run<{ change: number }>(change, { playerId, decidedAt })
      return row?.change ?? 0
    },

    async noneRightBefore({ id, playerId }) {
      const [row] = await run<{ none: boolean }>(noneRight, { id, playerId })
      return row?.none ?? false
    },
  }
}

// A window function sums over all rows, before a limit removes some.
const earnedInAll = sql<number>`(sum(${gradeTable.earned}) over ())::int`

const gradeRow = rowReader(gradeTable, 'grade')

export const gradeColumns = sql`${gradeRow.columns}, grade.earned_in_all`

export function newestGrade(answerId: SQL): SQL {
  return sql`(
    select *, ${earnedInAll} as earned_in_all from ${gradeTable} where answer_id = ${answerId} order by id desc limit 1
  ) as grade`
}

export function gradeFrom(row: Record<string, unknown>): SavedGrade | undefined {
  const grade = gradeRow.readAny(row)
  return grade && savedGrade({ ...grade, earnedInAll: Number(row.earned_in_all) })
}

const newest = statement(sql`select ${gradeColumns} from ${newestGrade(sql`${sql.placeholder('answerId')}`)}`)

const change = statement(sql`
  select coalesce(sum(grade.earned), 0)::int as change
  from ${answerTable} as answer join ${gradeTable} as grade on grade.answer_id = answer.id
  where answer.player_id = ${sql.placeholder('playerId')} and grade.graded_at = ${sql.placeholder('decidedAt')}
    and grade.cause <> 'graded'`)

const noneRight = statement(sql`
  select not exists (
    select from ${answerTable} as answer, lateral ${newestGrade(sql`answer.id`)}
    where answer.player_id = ${sql.placeholder('playerId')} and answer.id < ${sql.placeholder('id')}
      and grade.verdict = 'correct'
  ) as none`)

/** Selects an answer's grades, newest first. `answerId` may be a column of an outer query that joins this laterally. */
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
      earnedInAll: earnedInAll.as('earned_in_all'),
      gradedAt: gradeTable.gradedAt,
    })
    .from(gradeTable)
    .where(eq(gradeTable.answerId, answerId))
    .orderBy(desc(gradeTable.id))
}

/** Returns the part of a grade that is stored in one column. `savedGrade` is the inverse. */
export function findingsOf({ points, misconceptions, readings, alike }: Findings): Findings {
  return { points, misconceptions, readings, ...(alike && { alike }) }
}

export function savedGrade({
  findings,
  ...grade
}: typeof gradeTable.$inferSelect & { earnedInAll: number }): SavedGrade {
  return { ...grade, ...findings }
}
