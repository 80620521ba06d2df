import { runMigrations } from 'bullmq'
import { Client } from 'pg'
import { databaseAddress } from '../database-address.ts'
import { queueSchema } from './queue-schema.ts'

/** Creates or updates the queue's tables in their own schema. It is safe to run repeatedly and concurrently. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new Client(databaseAddress(databaseUrl))
  await client.connect()
  try {
    await runMigrations(client, queueSchema)
  } finally {
    await client.end()
  }
}
