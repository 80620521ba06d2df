import { sql } from './drizzle.ts'
import type { Session } from './session.ts'

/** Lifts the short timeouts until the transaction ends, for work on a whole workspace. */
export async function liftTimeouts({ db }: Session): Promise<void> {
  await db.execute(sql`select set_config('statement_timeout', '55s', true), set_config('lock_timeout', '30s', true)`)
}
