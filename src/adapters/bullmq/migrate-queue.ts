import { runMigrations } from 'bullmq'
import { Client } from 'pg'
import { database, queueSchema } from './database.ts'

/** Makes or updates the queue's tables, in a schema of their own. Safe to repeat, and to run twice at once. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new Client(database(databaseUrl))
  await client.connect()
  try {
    await runMigrations(client, queueSchema)
  } finally {
    await client.end()
  }
}
