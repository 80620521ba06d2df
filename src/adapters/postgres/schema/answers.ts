import type { AnswerState } from '../../../domain/answer.ts'
import { foreignKey, index, integer, pgTable, sql, text, unique, uniqueIndex } from '../sql/drizzle.ts'
import { moment, reference, rowId, words } from './columns.ts'
import { playerTable } from './players.ts'
import { roundTable } from './rounds.ts'

export const answerTable = pgTable(
  'answers',
  {
    id: rowId(),
    /** The round's workspace. Empty only while the previous release writes a row, until a trigger fills it in. */
    workspaceId: reference('workspace_id'),
    roundId: reference('round_id').notNull(),
    playerId: reference('player_id').notNull(),
    // There is no foreign key, because an answer keeps the team that earned its points, and the check would need
    // another index.
    teamId: reference('team_id'),
    attempt: integer('attempt').notNull(),
    text: words('text').notNull(),
    /**
     * Identifies texts with the same words. It is cleared when the grade is delivered. After that, the player's few
     * tries are compared by their texts.
     */
    wordsKey: text('words_key'),
    state: text('state').$type<AnswerState>().notNull().default('received'),
    eventId: words('event_id'),
    path: words('path'),
    requestId: words('request_id'),
    receivedAt: moment('received_at').notNull(),
    gradedAt: moment('graded_at'),
    /** Only the previous release writes this. The next release removes it. */
    toldAt: moment('told_at'),
  },
  (table) => [
    foreignKey({
      name: 'answers_round_of_workspace',
      columns: [table.roundId, table.workspaceId],
      foreignColumns: [roundTable.id, roundTable.workspaceId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'answers_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    unique('answers_attempt').on(table.roundId, table.playerId, table.attempt),
    // Delivered answers have no entry in these indexes, so that they stay small.
    uniqueIndex('answers_words')
      .on(table.roundId, table.playerId, table.wordsKey)
      .where(sql`${table.wordsKey} is not null`),
    // The index is per player, so that a forged event id can't return another person's answer.
    uniqueIndex('answers_event').on(table.playerId, table.eventId).where(sql`${table.eventId} is not null`),
    index('answers_of_player').on(table.playerId),
    index('answers_unfinished').on(table.id).where(sql`${table.state} <> 'told'`),
  ],
)
