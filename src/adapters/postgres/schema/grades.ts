import type { Grade, Verdict } from '../../../domain/rubric/rubric.ts'
import type { GradeCause } from '../../../ports/store/answers.ts'
import { doublePrecision, index, integer, pgTable, text } from '../sql/drizzle.ts'
import { answerTable } from './answers.ts'
import { document, moment, reference, rowId } from './columns.ts'

export type Findings = Pick<Grade, 'points' | 'misconceptions' | 'readings' | 'alike'>

export const gradeTable = pgTable(
  'grades',
  {
    id: rowId(),
    answerId: reference('answer_id')
      .notNull()
      .references(() => answerTable.id, { onDelete: 'cascade' }),
    questionVersion: text('question_version').notNull(),
    score: doublePrecision('score').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    findings: document('findings').$type<Findings>().notNull(),
    cause: text('cause').$type<GradeCause>().notNull(),
    earned: integer('earned').notNull(),
    gradedAt: moment('graded_at').notNull(),
  },
  (table) => [index('grades_of_answer').on(table.answerId, table.id)],
)
