import { runMigrations } from 'bullmq'
import { Client } from 'pg'
import { databaseAddress } from '../database-address.ts'
import { queueSchema } from './queue-schema.ts'

/** Makes or updates the queue's tables, in a schema of their own. Safe to repeat, and to run twice at once. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new Client(databaseAddress(databaseUrl))
  await client.connect()
  try {
    await runMigrations(client, queueSchema)
  } finally {
    await client.end()
  }
}
