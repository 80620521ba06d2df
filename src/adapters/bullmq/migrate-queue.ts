import { runMigrations } from 'bullmq'
import { Client } from 'pg'
import { type Database, queueSchema } from './database.ts'

/** Makes or updates the queue's tables, in a schema of their own. Safe to repeat, and to run twice at once. */
export async function migrateQueue(database: Database): Promise<void> {
  const client = new Client(database)
  await client.connect()
  try {
    await runMigrations(client, queueSchema)
  } finally {
    await client.end()
  }
}
