import { integer, pgTable, text } from '../sql/drizzle.ts'
import { moment } from './columns.ts'

/** Sends that have begun. The table is logged, because it matters most after a crash of Postgres. */
export const tryTable = pgTable('tries', {
  hash: text('hash').primaryKey(),
  times: integer('times').notNull().default(1),
  begunAt: moment('begun_at').notNull().defaultNow(),
})
