import { date, index, integer, pgTable } from 'drizzle-orm/pg-core'
import { moment, reference, rowId } from './columns.ts'
import { gradeTable } from './grades.ts'

/** Every movement of points, only ever added to: standings and team days can be made anew from here. */
export const ledgerTable = pgTable(
  'ledger',
  {
    id: rowId(),
    gradeId: reference('grade_id')
      .notNull()
      .unique()
      .references(() => gradeTable.id, { onDelete: 'cascade' }),
    workspaceId: reference('workspace_id').notNull(),
    playerId: reference('player_id').notNull(),
    teamId: reference('team_id'),
    roundId: reference('round_id').notNull(),
    points: integer('points').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    addedAt: moment('added_at').notNull().defaultNow(),
  },
  (table) => [index('ledger_of_workspace').on(table.workspaceId, table.day)],
)
