import { pgTable, text } from '../sql/drizzle.ts'
import { moment } from './columns.ts'

/**
 * Signed requests of the last few minutes. The migration makes the table unlogged, which the schema language can't
 * express, so that a command doesn't wait for the disk here. An empty table after a crash does little harm.
 */
export const deliveryTable = pgTable('deliveries', {
  hash: text('hash').primaryKey(),
  cameAt: moment('came_at').notNull().defaultNow(),
})
