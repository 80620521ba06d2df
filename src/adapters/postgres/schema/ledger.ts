import { date, index, integer, pgTable } from '../sql/drizzle.ts'
import { numeral } from './columns.ts'
import { gradeTable } from './grades.ts'

/** An append-only list of every change of points. Standings and team days can be rebuilt from it. */
export const ledgerTable = pgTable(
  'ledger',
  {
    gradeId: numeral('grade_id')
      .primaryKey()
      .references(() => gradeTable.id, { onDelete: 'cascade' }),
    workspaceId: numeral('workspace_id').notNull(),
    playerId: numeral('player_id').notNull(),
    teamId: numeral('team_id'),
    roundId: numeral('round_id').notNull(),
    points: integer('points').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
  },
  (table) => [index('ledger_of_workspace').on(table.workspaceId, table.day)],
)
