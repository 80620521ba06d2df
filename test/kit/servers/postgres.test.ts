import { Client } from 'pg'
import { expect, test } from 'vitest'
import { createDatabase, withDatabase } from './postgres.ts'

test('two databases from one template are independent, and are dropped afterwards', async () => {
  const urls = await withDatabase(async (one) => {
    await query(one, 'create table mine (id int)')
    await withDatabase(async (two) => {
      expect(await query(two, `select to_regclass('mine') as mine`)).toEqual([{ mine: null }])
    })
    return [one]
  })
  for (const url of urls) await expect(query(url, 'select 1')).rejects.toThrow(/does not exist/)
})

test('an open connection is reported with its last statement, and the database is still dropped', async () => {
  const database = await createDatabase()
  const leak = new Client({ connectionString: database.url })
  leak.on('error', () => {})
  await leak.connect()
  await leak.query('select 7 as seven')
  await expect(database.drop()).rejects.toThrow(/left open.*select 7 as seven/)
  await expect(query(database.url, 'select 1')).rejects.toThrow(/does not exist/)
})

test('an error inside the callback is the error that is reported', async () => {
  await expect(withDatabase(() => Promise.reject(new Error('inside')))).rejects.toThrow('inside')
})

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
