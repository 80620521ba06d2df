import { date, index, integer, pgTable, primaryKey } from '../sql/drizzle.ts'
import { numeral } from './columns.ts'

/** A team's points on one day, from its best three players and from all players. */
export const teamDayTable = pgTable(
  'team_days',
  {
    workspaceId: numeral('workspace_id').notNull(),
    teamId: numeral('team_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    bestThree: integer('best_three').notNull(),
    total: integer('total').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.teamId, table.day] })],
)

/** The points that each player earned for a team on one day. */
export const teamDayPlayerTable = pgTable(
  'team_day_players',
  {
    workspaceId: numeral('workspace_id').notNull(),
    teamId: numeral('team_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    playerId: numeral('player_id').notNull(),
    points: integer('points').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.teamId, table.day, table.playerId] }),
    index('team_day_players_best_first').on(table.workspaceId, table.teamId, table.day, table.points),
  ],
)
