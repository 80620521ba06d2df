import { integer, pgTable, text } from '../sql/drizzle.ts'
import { moment } from './columns.ts'

/** Sends that have begun. Not unlogged: after a crash of Postgres is when it matters whether one began. */
export const tryTable = pgTable('tries', {
  /** Of the place and the key, in few bytes. */
  hash: text('hash').primaryKey(),
  times: integer('times').notNull().default(1),
  begunAt: moment('begun_at').notNull().defaultNow(),
})
