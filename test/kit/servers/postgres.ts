import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { inject } from 'vitest'

export type TestServer = { url: string; template: string }

export type TestDatabase = {
  url: string
  /** Drops the database. If connections are still open, it drops the database too, and then rejects. */
  drop(): Promise<void>
}

/** A new database cloned from the run's template, or an `empty` one. The caller has to drop it. */
export async function createDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const { url, template } = inject('postgres')
  const name = template.replace('template', randomBytes(6).toString('hex'))
  const source = empty ? 'template0' : template
  await onServer(url, (client) => client.query(`create database ${name} template ${source} strategy file_copy`))
  return {
    url: at(url, name),
    drop: () =>
      onServer(url, async (client) => {
        const leaked = await openConnections(client, name)
        await client.query(`drop database ${name} with (force)`)
        if (leaked.length > 0)
          throw new Error(`Connections were left open; their last statements: ${leaked.join('; ')}`)
      }),
  }
}

export async function withDatabase<T>(run: (url: string) => Promise<T>): Promise<T> {
  const database = await createDatabase()
  let result: T
  try {
    result = await run(database.url)
  } catch (error) {
    // An error in the function matters more than open connections.
    await database.drop().catch(() => {})
    throw error
  }
  await database.drop()
  return result
}

export function at(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** The open connections, without those that close within some milliseconds. */
async function openConnections(client: Client, database: string): Promise<string[]> {
  for (let look = 0; ; look++) {
    // Postgres' own workers, such as autovacuum, don't count.
    const { rows } = await client.query<{ query: string }>(
      "select query from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
      [database],
    )
    if (rows.length === 0 || look === 20) return rows.map(({ query }) => query || '(none)')
    await sleep(25)
  }
}

async function onServer(url: string, run: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}
