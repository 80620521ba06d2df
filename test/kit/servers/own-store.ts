import { Client } from 'pg'
import { afterAll } from 'vitest'
import { openStore } from '../../../src/adapters/postgres/index.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import { createDatabase } from './postgres.ts'

/**
 * A store on a separate database for a test file, and a connection for queries that the store doesn't have. Both are
 * closed after the tests.
 */
export async function ownStore(poolSize: number): Promise<{ store: Store; client: Client }> {
  const database = await createDatabase()
  const store = openStore({ url: database.url, poolSize, onError: () => {} })
  const client = new Client({ connectionString: database.url })
  await client.connect()
  afterAll(async () => {
    await store.close()
    await client.end()
    await database.drop()
  })
  return { store, client }
}
