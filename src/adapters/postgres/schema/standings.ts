import { date, index, integer, pgEnum, pgTable, primaryKey, sql } from '../sql/drizzle.ts'
import { numeral, reference } from './columns.ts'

// Types of Postgres' own and not texts: they stand in every index entry of the largest tables, where four bytes that
// compare as a number count. An award takes rows in this order, so that two of them never wait for each other.
export const boardWindow = pgEnum('board_window', ['all', 'month', 'week'])

/** The boards of a workspace and window: players', and teams' by each way to score them. */
export const boardKind = pgEnum('board_kind', ['players', 'teams-sum', 'teams-best-three'])

// The rollups have no foreign keys: every award would lock the rows they point at once more, and `remove` clears them.

/** Points of a subject (player or team) in one window. */
export const standingTable = pgTable(
  'standings',
  {
    workspaceId: numeral('workspace_id').notNull(),
    window: boardWindow('board_window').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    kind: boardKind('kind').notNull(),
    // Eight bytes wide while the release before has statements prepared that give it back.
    subjectId: reference('subject_id').notNull(),
    points: integer('points').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.window, table.startsOn, table.kind, table.subjectId] }),
    // Nulls first is what `desc` means where nothing else is said; the column has none.
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
