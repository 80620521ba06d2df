import type { AnswerState } from '../../../domain/answer.ts'
import { foreignKey, index, integer, pgTable, sql, text, unique, uniqueIndex } from '../sql/drizzle.ts'
import { moment, reference, rowId, words } from './columns.ts'
import { playerTable } from './players.ts'
import { roundTable } from './rounds.ts'

export const answerTable = pgTable(
  'answers',
  {
    id: rowId(),
    /** That of the round. Empty only in a row that the release before is about to write; a trigger fills it in. */
    workspaceId: reference('workspace_id'),
    roundId: reference('round_id').notNull(),
    playerId: reference('player_id').notNull(),
    // No foreign key: the team that points were earned for is history, and checking it would cost an index more.
    teamId: reference('team_id'),
    attempt: integer('attempt').notNull(),
    text: words('text').notNull(),
    /**
     * Identifies texts with the same words. Cleared once the grade is told: after that, the player's few tries are
     * compared by their texts.
     */
    wordsKey: text('words_key'),
    state: text('state').$type<AnswerState>().notNull().default('received'),
    eventId: words('event_id'),
    path: words('path'),
    requestId: words('request_id'),
    receivedAt: moment('received_at').notNull(),
    gradedAt: moment('graded_at'),
    /** Written only by the release before; removed with the next one. */
    toldAt: moment('told_at'),
  },
  (table) => [
    // Round and player belong to one workspace: no answer can refer to another workspace's row.
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
    // Delivered answers have no entry in these, so the indexes stay small however many answers there are.
    uniqueIndex('answers_words')
      .on(table.roundId, table.playerId, table.wordsKey)
      .where(sql`${table.wordsKey} is not null`),
    // Per player: an event id made up by somebody else must not return another person's answer.
    uniqueIndex('answers_event').on(table.playerId, table.eventId).where(sql`${table.eventId} is not null`),
    index('answers_of_player').on(table.playerId),
    index('answers_unfinished').on(table.id).where(sql`${table.state} <> 'told'`),
  ],
)
