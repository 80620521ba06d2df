import { date, foreignKey, index, pgTable, primaryKey, sql, text, unique } from '../sql/drizzle.ts'
import { channelTable } from './channels.ts'
import { moment, reference, rowId } from './columns.ts'
import { playerTable } from './players.ts'
import { roundTable } from './rounds.ts'

export const shareTable = pgTable(
  'shares',
  {
    id: rowId(),
    workspaceId: reference('workspace_id').notNull(),
    roundId: reference('round_id').notNull(),
    playerId: reference('player_id').notNull(),
    pressedAt: moment('pressed_at').notNull(),
    doneAt: moment('done_at'),
  },
  (table) => [
    unique('shares_once').on(table.roundId, table.playerId),
    foreignKey({
      name: 'shares_round_of_workspace',
      columns: [table.roundId, table.workspaceId],
      foreignColumns: [roundTable.id, roundTable.workspaceId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'shares_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    index('shares_of_player').on(table.playerId),
    index('shares_undone').on(table.id).where(sql`${table.doneAt} is null`),
  ],
)

export const reminderTable = pgTable(
  'reminders',
  {
    playerId: reference('player_id').primaryKey(),
    workspaceId: reference('workspace_id').notNull(),
    channelId: reference('channel_id').references(() => channelTable.id, { onDelete: 'set null' }),
    time: text('time').notNull(),
    zone: text('zone').notNull(),
    dueAt: moment('due_at'),
  },
  (table) => [
    foreignKey({
      name: 'reminders_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    index('reminders_due').on(table.dueAt).where(sql`${table.dueAt} is not null`),
  ],
)

export const remindedTable = pgTable(
  'reminded',
  {
    playerId: reference('player_id').notNull(),
    workspaceId: reference('workspace_id').notNull(),
    date: date('date', { mode: 'string' }).notNull(),
    toldAt: moment('told_at'),
  },
  (table) => [
    primaryKey({ columns: [table.playerId, table.date] }),
    foreignKey({
      name: 'reminded_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
  ],
)

export const pauseTable = pgTable(
  'pauses',
  {
    playerId: reference('player_id').notNull(),
    workspaceId: reference('workspace_id').notNull(),
    first: date('first_day', { mode: 'string' }).notNull(),
    last: date('last_day', { mode: 'string' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.playerId, table.first] }),
    foreignKey({
      name: 'pauses_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
  ],
)
