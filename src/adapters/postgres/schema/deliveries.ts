import { pgTable, text } from '../sql/drizzle.ts'
import { moment } from './columns.ts'

/**
 * Signed requests of the last minutes. Its migration makes it unlogged, which the schema language can't express:
 * writing here must not make every command wait for the disk, and after a crash an empty table costs little.
 */
export const deliveryTable = pgTable('deliveries', {
  /** A short hash of the signature. */
  hash: text('hash').primaryKey(),
  cameAt: moment('came_at').notNull().defaultNow(),
})
