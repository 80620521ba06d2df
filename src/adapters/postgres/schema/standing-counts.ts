import { date, integer, pgTable, primaryKey, smallint } from '../sql/drizzle.ts'
import { reference } from './columns.ts'
import { boardKind, boardWindow } from './standings.ts'

/**
 * Counts that the previous release uses for its ranks. This release neither reads nor writes them, and the next release
 * removes the table.
 */
export const standingCountTable = pgTable(
  'standing_counts',
  {
    workspaceId: reference('workspace_id').notNull(),
    window: boardWindow('board_window').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    kind: boardKind('kind').notNull(),
    scale: smallint('scale').notNull(),
    bucket: integer('bucket').notNull(),
    shard: integer('shard').notNull().default(0),
    subjects: integer('subjects').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.workspaceId, table.window, table.startsOn, table.kind, table.scale, table.bucket, table.shard],
    }),
  ],
)
