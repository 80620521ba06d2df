import type { ChangeKind } from '../../../ports/store/changes.ts'
import { foreignKey, index, pgTable, text } from '../sql/drizzle.ts'
import { document, moment, reference, rowId } from './columns.ts'
import { playerTable } from './players.ts'

/** Links to the desk and the sessions they opened. A key is stored as a hash only: who reads the table can't sign in. */
export const deskSessionTable = pgTable(
  'desk_sessions',
  {
    id: rowId(),
    workspaceId: reference('workspace_id').notNull(),
    playerId: reference('player_id').notNull(),
    askedAt: moment('asked_at').notNull(),
    openedAt: moment('opened_at'),
    keyHash: text('key_hash').unique(),
  },
  (table) => [
    foreignKey({
      name: 'desk_sessions_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    index('desk_sessions_of_player').on(table.playerId),
    index('desk_sessions_by_age').on(table.askedAt),
  ],
)

/** What admins changed on the desk. */
export const changeTable = pgTable(
  'changes',
  {
    id: rowId(),
    workspaceId: reference('workspace_id').notNull(),
    playerId: reference('player_id').notNull(),
    at: moment('at').notNull(),
    kind: text('kind').$type<ChangeKind>().notNull(),
    about: document('about').$type<Record<string, string>>().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'changes_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    index('changes_of_workspace').on(table.workspaceId, table.id),
    index('changes_of_player').on(table.playerId),
  ],
)
