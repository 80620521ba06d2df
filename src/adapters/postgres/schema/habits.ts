import { foreignKey, index, pgTable, sql, unique } from '../sql/drizzle.ts'
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
