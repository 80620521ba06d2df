import { date, integer, pgTable, primaryKey, smallint } from 'drizzle-orm/pg-core'
import { reference } from './columns.ts'
import { boardKind, boardWindow } from './standings.ts'

/**
 * How many subjects of a board have so many points, so that a rank far below the top is a short sum and not a count of
 * everybody above: `bucket` is points >> `scale`, that is points by the one, by 32, by 1024 and by 32768. Each award
 * moves a few counts, and the same few for everybody; so that they need not wait for each other, every transaction that
 * awards has a shard of its own and a count is the sum of its shards.
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
