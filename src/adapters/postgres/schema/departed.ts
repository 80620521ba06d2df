import { pgTable, primaryKey, text } from '../sql/drizzle.ts'
import { reference } from './columns.ts'
import { roundTable } from './rounds.ts'

/**
 * People who answered an unrevealed round, or took its hint, and have since asked to be forgotten, by a keyed hash:
 * they may not answer it.
 */
export const departedTable = pgTable(
  'departed',
  {
    roundId: reference('round_id')
      .notNull()
      .references(() => roundTable.id, { onDelete: 'cascade' }),
    fingerprint: text('fingerprint').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.fingerprint] })],
)
