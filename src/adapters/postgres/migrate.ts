import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client, DatabaseError } from 'pg'
import { connection } from './sql/connection.ts'
import { migrate as applyMigrations, DrizzleQueryError, drizzle, type NodePgDatabase, sql } from './sql/drizzle.ts'
import { tlsTrouble } from './sql/tls-trouble.ts'

const ours = fileURLToPath(new URL('../../../drizzle', import.meta.url))

/** An arbitrary number that no other program uses as an advisory lock in the same database. */
const turn = 471_100_173

/**
 * A change that waits for a lock blocks all later statements, and chats wait only three seconds. So it waits briefly
 * and tries several times.
 */
const lockMs = 2000
const pauseMs = 1000
const tries = 5

/**
 * Migrates the database to the newest schema, in one transaction. If a migration fails, the database is unchanged, and
 * the error contains the reason. If two processes migrate concurrently, the second waits and finds nothing to do.
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
    await db.execute(sql.raw(`set lock_timeout = ${lockMs}`))
    const before = await applied(db)
    await patiently(() =>
      applyMigrations(db, { migrationsFolder, migrationsSchema: 'public', migrationsTable: 'migrations' }),
    )
    const count = (await applied(db)) - before
    onLine(count === 0 ? 'The database is up to date' : `Migrated the database, migrations applied: ${count}`)
  } catch (cause) {
    const reason = reasonOf(cause)
    const words = tlsTrouble(reason) ?? (reason instanceof Error ? reason.message : String(reason))
    throw new Error(`The database was not migrated. Nothing was changed: ${words}`, { cause })
  } finally {
    await client.end()
  }
}

/** The previous release is still running, and its statements may hold locks that a change needs. */
async function patiently(apply: () => Promise<unknown>): Promise<void> {
  for (let left = tries - 1; ; left--) {
    try {
      await apply()
      return
    } catch (error) {
      const reason = reasonOf(error)
      if (left === 0 || !(reason instanceof DatabaseError) || reason.code !== '55P03') throw error
      await wait(pauseMs)
    }
  }
}

function reasonOf(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? error.cause : error
}

async function applied(db: NodePgDatabase): Promise<number> {
  const { rows } = await db.execute(sql`select to_regclass('public.migrations') is not null as begun`)
  return rows[0]?.begun === true ? db.$count(sql`public.migrations`) : 0
}
