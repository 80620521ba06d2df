import type { Difficulty, Question } from '../../../domain/question.ts'
import type { Synonyms } from '../../../domain/rubric/rubric.ts'
import type { Addition } from '../../../domain/rulings/additions.ts'
import type { Settled } from '../../../ports/store/rulings.ts'
import { boolean, check, index, integer, pgTable, primaryKey, sql, text, unique, uniqueIndex } from '../sql/drizzle.ts'
import { document, moment, reference, rowId } from './columns.ts'
import { workspaceTable } from './workspaces.ts'

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
    currentSince: moment('current_since').notNull().defaultNow(),
    /**
     * The workspace that owns the question, or null for the built-in pack. Owned versions are never `current`.
     * `pack_questions` selects the one to ask, so that the previous release neither asks nor retires them.
     */
    owner: reference('owner').references(() => workspaceTable.id, { onDelete: 'cascade' }),
    /** If true, a misspelled word is not accepted as the word it resembles. */
    exactSpelling: boolean('exact_spelling'),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.version] }),
    unique('questions_of_owner').on(table.id, table.version, table.owner),
    // The id of an owned question contains a slash, so that no reference can omit the owner.
    check('questions_owner_by_id', sql`(${table.owner} is null) = (${table.id} not like '%/%')`),
    index('questions_by_owner').on(table.owner).where(sql`${table.owner} is not null`),
    uniqueIndex('questions_current').on(table.id).where(sql`${table.current}`),
  ],
)

export const overlayTable = pgTable(
  'overlays',
  {
    id: rowId(),
    workspaceId: reference('workspace_id')
      .notNull()
      .references(() => workspaceTable.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    questionVersion: text('question_version').notNull(),
    revision: integer('revision').notNull(),
    additions: document('additions').$type<Addition[]>().notNull(),
    taught: integer('taught').notNull().default(0),
    /** Ids of answers, not their texts, which are erased with the answer. */
    settled: document('settled').$type<Settled>(),
    /** There is no foreign key, because a forgotten player's row is kept without the name. */
    madeBy: reference('made_by').notNull(),
    madeAt: moment('made_at').notNull(),
  },
  (table) => [
    unique('overlays_in_workspace').on(table.id, table.workspaceId),
    unique('overlays_revision').on(table.workspaceId, table.questionId, table.revision),
    index('overlays_of_question').on(table.questionId),
  ],
)
