import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../../src/adapters/postgres/index.ts'
import { type MigrationsFolder, migrationsFolder } from '../kit/servers/migrations-folder.ts'
import { createDatabase } from '../kit/servers/postgres.ts'

/**
 * During a release, the previous release is still running, and after a rollback it runs again. So its statements have
 * to work with the newest migration. `scripts/record-statements.ts` records them.
 */
const [header = '', ...lines] = readFileSync('test/deploy/released-statements.jsonl', 'utf8').trim().split('\n')
const record = JSON.parse(header) as { migration: string }
const statements = lines.map((line) => JSON.parse(line) as { text: string; values: unknown[] })

it('the recorded statements are from the previous release, and cover all its tables', async () => {
  const { client, folder } = await atRecord()
  expect(folder.tags.slice(0, -1), '`npm run migration:record` takes it once a release').toContain(record.migration)
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'migrations'",
  )
  const said = statements.map(({ text }) => text).join('\n')
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(said))).toEqual([])
  expect(await refused(client)).toEqual([])
})

it('the previous release works with the newest migration', async () => {
  const { url, client } = await atRecord()
  await migrate(url)
  expect(await refused(client)).toEqual([])
})

it.each([
  ['a column that may be empty', 'alter table answers add column mood text'],
  ['a column with a default', "alter table answers add column mood text not null default 'calm'"],
  ['a table and an index', 'create table moods (id int); create index moods_of on answers (state)'],
  ['a column that may be empty from now on', 'alter table answers alter column text drop not null'],
])('%s passes the check', async (_what, change) => {
  const { client, folder, url } = await atRecord()
  await folder.add(change)
  await migrate(url, undefined, folder.path)
  expect(await refused(client)).toEqual([])
})

it.each([
  ['a column that is dropped', 'alter table answers drop column words_key', 'column "words_key"'],
  ['a column that is renamed', 'alter table rounds rename column closes_at to ends_at', 'column "closes_at"'],
  ['a table that is dropped', 'drop table hints', 'relation "hints" does not exist'],
  ['a column that has to be filled', 'alter table teams add column mood text not null', 'null value in column "mood"'],
  [
    'a column that has to be filled from now on',
    'alter table answers alter graded_at set not null',
    'column "graded_at"',
  ],
  ['a rule that old rows break', "alter table players add check (name like 'x%')", 'violates check constraint'],
  ['a key that conflicts are told by', 'alter table installations drop constraint installations_pkey', 'no unique'],
  ['a type that takes other values', 'alter table teams alter name type int using 0', 'type integer'],
])('%s doesn’t pass the check', async (_what, change, words) => {
  const { client, folder, url } = await atRecord()
  await folder.add(change)
  await migrate(url, undefined, folder.path)
  expect((await refused(client)).join('\n')).toContain(words)
})

async function atRecord(): Promise<{ url: string; client: Client; folder: MigrationsFolder }> {
  const [database, folder] = await Promise.all([createDatabase({ empty: true }), migrationsFolder()])
  const client = new Client({ connectionString: database.url })
  onTestFinished(async () => {
    await client.end()
    await Promise.all([database.drop(), folder.remove()])
  })
  await folder.endWith(record.migration)
  await migrate(database.url, undefined, folder.path)
  await client.connect()
  // Each statement runs alone, without the rows it refers to. So foreign keys aren't checked, but everything else is.
  await client.query('set session_replication_role = replica')
  return { url: database.url, client, folder }
}

/** Runs each recorded statement alone, rolls it back, and returns the errors. */
async function refused(client: Client): Promise<string[]> {
  const said: string[] = []
  for (const { text, values } of statements) {
    await client.query('begin')
    await client.query(text, values).catch((error: Error) => said.push(`${error.message}: ${text}`))
    await client.query('rollback')
  }
  return said
}
