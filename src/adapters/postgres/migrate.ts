import { fileURLToPath } from 'node:url'
import { DrizzleQueryError, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'
import { connection } from './connection.ts'
import { tlsTrouble } from './tls-trouble.ts'

const ours = fileURLToPath(new URL('../../../drizzle', import.meta.url))

/** Any number that no other program takes as a lock in the same database. */
const turn = 471_100_173

/**
 * Brings the database to the newest schema. All migrations are applied or none: where one fails, the database stays as
 * it was, and what is thrown says why. Two at once: the second waits and finds nothing to do.
 */
export async function migrate(
  url: string,
  onLine: (line: string) => void = () => {},
  migrationsFolder: string = ours,
): Promise<void> {
  const { query_timeout: _, ...settings } = connection(url)
  const client = new Client({ ...settings, statement_timeout: 0, lock_timeout: 0 })
  client.on('error', () => {})
  try {
    await client.connect()
    const db = drizzle({ client })
    await db.execute(sql`select pg_advisory_lock(${turn})`)
    // The release before still runs: a change that has to wait for its statements must not hold up all that come after.
    await db.execute(sql`set lock_timeout = '10s'`)
    const before = await applied(db)
    await applyMigrations(db, { migrationsFolder, migrationsSchema: 'public', migrationsTable: 'migrations' })
    const count = (await applied(db)) - before
    onLine(count === 0 ? 'The database is up to date' : `Brought the database up to date, migrations applied: ${count}`)
  } catch (cause) {
    const reason = cause instanceof DrizzleQueryError ? cause.cause : cause
    const words = tlsTrouble(reason) ?? (reason instanceof Error ? reason.message : String(reason))
    throw new Error(`The database was not migrated and is as it was: ${words}`, { cause })
  } finally {
    await client.end()
  }
}

async function applied(db: NodePgDatabase): Promise<number> {
  const { rows } = await db.execute(sql`select to_regclass('public.migrations') is not null as begun`)
  return rows[0]?.begun === true ? db.$count(sql`public.migrations`) : 0
}
