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

// Postgres enums instead of texts: they are in every index entry of the largest tables, where four bytes that compare
// as a number make a difference. Awards lock rows in this order, so that they can't deadlock.
export const boardWindow = pgEnum('board_window', ['all', 'month', 'week'])

/** The boards of a workspace and window: that of players, and those of teams by each way to score them. */
export const boardKind = pgEnum('board_kind', ['players', 'teams-sum', 'teams-best-three'])

// The rollups have no foreign keys: every award would lock the referenced rows once more, and `remove` clears them.

/** Points of a subject (player or team) in one window. */
export const standingTable = pgTable(
  'standings',
  {
    workspaceId: numeral('workspace_id').notNull(),
    window: boardWindow('board_window').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    kind: boardKind('kind').notNull(),
    // Eight bytes wide as long as the release before has prepared statements that return it.
    subjectId: reference('subject_id').notNull(),
    points: integer('points').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.window, table.startsOn, table.kind, table.subjectId] }),
    // Nulls first is the default for `desc`; the column has none.
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

/** Seasons that are current or over. Their points are in the standings. */
export const seasonTable = pgTable(
  'seasons',
  {
    id: rowId(),
    workspaceId: reference('workspace_id')
      .notNull()
      .references(() => workspaceTable.id, { onDelete: 'cascade' }),
    length: text('length').$type<SeasonLength>().notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    /** When its winners are recorded and posted. */
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
 * The hall of fame places of a season that is over, each a team or a player. Standings are erased after a while, these
 * stay.
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
