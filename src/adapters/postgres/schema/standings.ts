import type { SeasonLength } from '../../../domain/boards/season.ts'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  sql,
  text,
  unique,
} from '../sql/drizzle.ts'
import { moment, numeral, reference, rowId } from './columns.ts'
import { playerTable } from './players.ts'
import { teamTable } from './teams.ts'
import { workspaceTable } from './workspaces.ts'

// Postgres enums rather than texts, because they are in every index entry of the largest tables, and take only four
// bytes. Awards lock rows in the order of these values to avoid deadlocks.
export const boardWindow = pgEnum('board_window', ['all', 'month', 'week'])

/** The boards of a workspace in each window: one for players, and one for teams per scoring method. */
export const boardKind = pgEnum('board_kind', ['players', 'teams-sum', 'teams-best-three'])

// The rollups have no foreign keys, because every award would lock the referenced rows again. `remove` deletes the
// rows.

/** Points of a subject (player or team) in one window. */
export const standingTable = pgTable(
  'standings',
  {
    workspaceId: numeral('workspace_id').notNull(),
    window: boardWindow('board_window').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    kind: boardKind('kind').notNull(),
    // This is eight bytes wide, because the previous release has prepared statements that return it.
    subjectId: reference('subject_id').notNull(),
    points: integer('points').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.window, table.startsOn, table.kind, table.subjectId] }),
    // Nulls first is the default of `desc`, and the column has no nulls.
    index('standings_best_first')
      .on(
        table.workspaceId,
        table.window,
        table.startsOn,
        table.kind,
        table.points.desc().nullsFirst(),
        table.subjectId,
      )
      .where(sql`${table.points} > 0`),
  ],
)

/** Current and past seasons. Their points are in the standings. */
export const seasonTable = pgTable(
  'seasons',
  {
    id: rowId(),
    workspaceId: reference('workspace_id')
      .notNull()
      .references(() => workspaceTable.id, { onDelete: 'cascade' }),
    length: text('length').$type<SeasonLength>().notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    closesAt: moment('closes_at').notNull(),
    closedAt: moment('closed_at'),
  },
  (table) => [
    unique('seasons_once').on(table.workspaceId, table.length, table.startsOn),
    unique('seasons_in_workspace').on(table.id, table.workspaceId),
    index('seasons_due').on(table.closesAt).where(sql`${table.closedAt} is null`),
  ],
)

/**
 * The hall of fame of past seasons, with one team or player per place. Unlike standings, these rows are never erased.
 */
export const seasonPlaceTable = pgTable(
  'season_places',
  {
    id: rowId(),
    workspaceId: reference('workspace_id').notNull(),
    seasonId: reference('season_id').notNull(),
    teamId: reference('team_id'),
    playerId: reference('player_id'),
    rank: integer('rank').notNull(),
    points: integer('points').notNull(),
  },
  (table) => [
    unique('season_places_of_team').on(table.teamId, table.seasonId),
    unique('season_places_of_player').on(table.playerId, table.seasonId),
    check('season_places_of_one', sql`num_nonnulls(${table.teamId}, ${table.playerId}) = 1`),
    foreignKey({
      name: 'season_places_season_of_workspace',
      columns: [table.seasonId, table.workspaceId],
      foreignColumns: [seasonTable.id, seasonTable.workspaceId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'season_places_team_of_workspace',
      columns: [table.teamId, table.workspaceId],
      foreignColumns: [teamTable.id, teamTable.workspaceId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'season_places_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    index('season_places_of_season').on(table.seasonId),
  ],
)
