import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { migrate, openStore } from '../../../src/adapters/postgres/index.ts'
import { withDatabase } from '../../kit/servers/postgres.ts'

test('an empty database is migrated once, even by five releases at the same moment', () =>
  withDatabase(async (url) => {
    await emptied(url)
    const lines: string[] = []
    await Promise.all(Array.from({ length: 5 }, () => migrate(url, (line) => lines.push(line))))
    const idle = lines.filter((line) => line === 'The database is up to date')
    const busy = lines.filter((line) => /^Migrated the database, migrations applied: \d+$/.test(line))
    expect([lines.length, idle.length, busy.length]).toEqual([5, 4, 1])
    const store = openStore({ url, poolSize: 1, onError: () => {} })
    expect(await store.workspaces.findByRef('slack:T1')).toBeUndefined()
    await store.close()
  }))

test('a migration that fails changes nothing and reports the reason, and the next attempt without it succeeds', () =>
  withDatabase(async (url) => {
    await emptied(url)
    const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-migrations-'))
    try {
      await cp('drizzle', folder, { recursive: true })
      await migrate(url, undefined, folder)
      const before = await tables(url)
      await addMigration(
        folder,
        'create table fine (id int);--> statement-breakpoint\nalter table nowhere add column id int',
      )
      await expect(migrate(url, undefined, folder)).rejects.toThrow(
        'The database was not migrated. Nothing was changed: relation "nowhere" does not exist',
      )
      expect(await tables(url)).toEqual(before)
      await expect(migrate(url, undefined)).resolves.toBeUndefined()
    } finally {
      await rm(folder, { recursive: true })
    }
  }))

test('an unreachable server is reported in one line', async () => {
  await expect(migrate('postgres://127.0.0.1:1/none')).rejects.toThrow(
    /^The database was not migrated\. .*ECONNREFUSED/,
  )
})

async function addMigration(folder: string, statements: string): Promise<void> {
  const journal = join(folder, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8'))
  const { version, when } = entries.at(-1)
  const entry = { idx: entries.length, version, when: when + 1, tag: 'broken', breakpoints: true }
  await writeFile(journal, JSON.stringify({ ...rest, entries: [...entries, entry] }))
  await writeFile(join(folder, 'broken.sql'), statements)
}

async function emptied(url: string): Promise<void> {
  await query(url, 'drop schema public cascade; create schema public')
}

async function tables(url: string): Promise<unknown[]> {
  return query(url, `select relname, relkind from pg_class where relnamespace = 'public'::regnamespace order by 1`)
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
