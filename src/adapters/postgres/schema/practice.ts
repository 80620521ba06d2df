import type { PracticeCard } from '../../../domain/practice.ts'
import { boolean, check, foreignKey, index, pgTable, primaryKey, sql, text, uniqueIndex } from '../sql/drizzle.ts'
import { document, moment, reference, rowId } from './columns.ts'
import { playerTable } from './players.ts'
import { questionTable } from './questions.ts'
import { roundTable } from './rounds.ts'

export const practiceTable = pgTable(
  'practice',
  {
    id: rowId(),
    playerId: reference('player_id')
      .notNull()
      .references(() => playerTable.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    questionVersion: text('question_version').notNull(),
    /** The player's workspace for one of its own questions, otherwise null. */
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

/**
 * Records whether a player who did not answer a round pressed, below its reveal, that they would have known the answer.
 */
export const recallTable = pgTable(
  'recalls',
  {
    roundId: reference('round_id').notNull(),
    playerId: reference('player_id').notNull(),
    workspaceId: reference('workspace_id').notNull(),
    knew: boolean('knew').notNull(),
    pressedAt: moment('pressed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.playerId] }),
    foreignKey({
      name: 'recalls_round_of_workspace',
      columns: [table.roundId, table.workspaceId],
      foreignColumns: [roundTable.id, roundTable.workspaceId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'recalls_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    index('recalls_of_player').on(table.playerId),
  ],
)
