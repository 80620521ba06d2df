import type { DisputeState } from '../../../ports/store/disputes.ts'
import { foreignKey, index, pgTable, sql, text } from '../sql/drizzle.ts'
import { answerTable } from './answers.ts'
import { moment, reference, rowId, words } from './columns.ts'
import { playerTable } from './players.ts'
import { workspaceTable } from './workspaces.ts'

export const disputeTable = pgTable(
  'disputes',
  {
    id: rowId(),
    workspaceId: reference('workspace_id')
      .notNull()
      .references(() => workspaceTable.id, { onDelete: 'cascade' }),
    answerId: reference('answer_id')
      .notNull()
      .unique()
      .references(() => answerTable.id, { onDelete: 'cascade' }),
    playerId: reference('player_id').notNull(),
    state: text('state').$type<DisputeState>().notNull().default('open'),
    reason: words('reason'),
    note: words('note'),
    openedAt: moment('opened_at').notNull(),
    decidedBy: reference('decided_by'),
    decidedAt: moment('decided_at'),
    toldAt: moment('told_at'),
  },
  (table) => [
    foreignKey({
      name: 'disputes_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    index('disputes_by_state').on(table.workspaceId, table.state, table.id),
    index('disputes_untold').on(table.id).where(sql`${table.state} <> 'open' and ${table.toldAt} is null`),
    index('disputes_of_player').on(table.playerId),
  ],
)
