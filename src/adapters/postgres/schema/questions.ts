import type { Difficulty, Question } from '../../../domain/question.ts'
import type { Synonyms } from '../../../domain/rubric/rubric.ts'
import { boolean, pgTable, primaryKey, sql, text, uniqueIndex } from '../sql/drizzle.ts'
import { document, moment } from './columns.ts'

export const questionTable = pgTable(
  'questions',
  {
    id: text('id').notNull(),
    version: text('version').notNull(),
    current: boolean('current').notNull(),
    topic: text('topic').notNull(),
    difficulty: text('difficulty').$type<Difficulty>().notNull(),
    body: document('body').$type<Question>().notNull(),
    synonyms: document('synonyms').$type<Synonyms>().notNull(),
    /** When this version last became the current one. */
    currentSince: moment('current_since').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.version] }),
    uniqueIndex('questions_current').on(table.id).where(sql`${table.current}`),
  ],
)
