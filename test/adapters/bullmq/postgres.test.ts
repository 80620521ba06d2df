import { afterAll, beforeAll } from 'vitest'
import { migrateQueue } from '../../../src/adapters/bullmq/migrate-queue.ts'
import { describeQueue } from '../../contracts/queue.ts'
import { createDatabase, type TestDatabase } from '../../kit/servers/postgres.ts'
import { underTest } from './under-test.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase()
  await migrateQueue(database.url)
})

afterAll(() => database.drop())

describeQueue(
  'Postgres',
  underTest(() => ({ databaseUrl: database.url })),
)
