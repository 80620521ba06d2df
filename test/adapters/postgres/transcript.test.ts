import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openStore } from '../../../src/adapters/postgres/index.ts'
import { transcriptContract } from '../../contracts/transcript.ts'
import { createDatabase, type TestDatabase } from '../../kit/servers/postgres.ts'

let database: TestDatabase
let here: ReturnType<typeof openStore>
let there: ReturnType<typeof openStore>
const errors: unknown[] = []

beforeAll(async () => {
  database = await createDatabase()
  const options = { url: database.url, poolSize: 5, onError: (error: unknown) => errors.push(error) }
  here = openStore(options)
  there = openStore(options)
})

afterAll(async () => {
  await Promise.all([here.close(), there.close()])
  await database.drop()
})

transcriptContract(() => ({ here: here.transcript, there: there.transcript }))

test('a watch whose connection is cut reconnects and reports the changes in between', async () => {
  const message = { summary: 'hello', blocks: [] }
  const heard: string[] = []
  const end = await here.transcript.watch((channel) => heard.push(channel))
  await onServer(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'select last_value%'`,
  )
  await there.transcript.append({ channel: 'playground:W1:cut', message, key: 'meanwhile' })
  await vi.waitFor(() => expect(heard).toContain('playground:W1:cut'), { timeout: 5000 })
  await there.transcript.append({ channel: 'playground:W1:after', message, key: 'after' })
  await vi.waitFor(() => expect(heard).toContain('playground:W1:after'), { timeout: 5000 })
  await end()
  expect(errors.length).toBeGreaterThan(0)
})

test('watchers share one connection, which is closed when the last one stops', async () => {
  const listening = async () =>
    (
      await onServer(
        `select from pg_stat_activity where datname = current_database() and query like 'select last_value%'`,
      )
    ).length
  const ends = await Promise.all([here.transcript.watch(() => {}), here.transcript.watch(() => {})])
  expect(await listening()).toBe(1)
  for (const end of ends) await end()
  await vi.waitFor(async () => expect(await listening()).toBe(0))
})

async function onServer(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
