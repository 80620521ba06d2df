import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { BoardWindow } from '../../../domain/standings.ts'
import { reference } from './columns.ts'

/** The boards of a workspace and window: players', and teams' by each way to score them. */
export type BoardKind = 'players' | 'teams-best-three' | 'teams-sum'

// The rollups have no foreign keys: every award would lock the rows they point at once more, and `remove` clears them.

/** Points of a subject (player or team) in one window. */
export const standingTable = pgTable(
  'standings',
  {
    workspaceId: reference('workspace_id').notNull(),
    window: text('board_window').$type<BoardWindow>().notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    kind: text('kind').$type<BoardKind>().notNull(),
    subjectId: reference('subject_id').notNull(),
    points: integer('points').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.window, table.startsOn, table.kind, table.subjectId] }),
    index('standings_best_first')
      .on(table.workspaceId, table.window, table.startsOn, table.kind, table.points.desc(), table.subjectId)
      .where(sql`${table.points} > 0`),
  ],
)
