import { pgTable, primaryKey, text } from '../sql/drizzle.ts'
import { reference } from './columns.ts'
import { roundTable } from './rounds.ts'

/**
 * Hashes of the people who answered an unrevealed round, or took its hint, and then asked to be forgotten. They may not
 * answer the round again.
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
