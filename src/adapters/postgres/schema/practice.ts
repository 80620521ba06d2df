import type { PracticeCard } from '../../../domain/practice.ts'
import { check, foreignKey, index, pgTable, sql, text, uniqueIndex } from '../sql/drizzle.ts'
import { document, reference, rowId } from './columns.ts'
import { playerTable } from './players.ts'
import { questionTable } from './questions.ts'

export const practiceTable = pgTable(
  'practice',
  {
    id: rowId(),
    playerId: reference('player_id')
      .notNull()
      .references(() => playerTable.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    questionVersion: text('question_version').notNull(),
    /** The player's workspace for one of its own questions, else empty. */
    questionOwner: reference('question_owner'),
    card: document('card').$type<PracticeCard>(),
  },
  (table) => [
    uniqueIndex('practice_of_player').on(table.playerId, table.questionId),
    foreignKey({
      name: 'practice_player_of_workspace',
      columns: [table.playerId, table.questionOwner],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'practice_question_of_workspace',
      columns: [table.questionId, table.questionVersion, table.questionOwner],
      foreignColumns: [questionTable.id, questionTable.version, questionTable.owner],
    }).onDelete('cascade'),
    index('practice_of_own_question').on(table.questionId).where(sql`${table.questionOwner} is not null`),
    check('practice_question_owner', sql`(${table.questionOwner} is null) = (${table.questionId} not like '%/%')`),
  ],
)
