import { createServer } from 'node:net'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { createQueue } from '../../../src/adapters/bullmq/create-queue.ts'
import { migrateQueue } from '../../../src/adapters/bullmq/migrate-queue.ts'
import { freePort } from '../../../src/adapters/embedded-postgres/free-port.ts'
import type { Job, Queue } from '../../../src/ports/queue.ts'
import { withDatabase } from '../../kit/servers/postgres.ts'
import { hurry } from './under-test.ts'

const grade: Job = { name: 'grade', answerId: 17 }

test('two processes can create the tables at the same time, in a separate schema', () =>
  withDatabase(async (url) => {
    await Promise.all([migrateQueue(url), migrateQueue(url)])
    await migrateQueue(url)
    expect(await ask(url, `select distinct schemaname from pg_tables where tablename = 'job'`)).toEqual([
      { schemaname: 'bullmq' },
    ])
  }))

test('a queue opened before its tables exist starts when they do', () =>
  withDatabase(async (url) => {
    const { queue, ran, errors } = await working(url)
    await expect(queue.add(grade)).rejects.toThrow('did not answer within 1000 ms')
    expect(errors).toEqual([expect.stringMatching(/migrat/i)])
    await migrateQueue(url)
    await queue.repeat({ name: 'sweep' }, 200)
    await expect.poll(() => ran.length, { timeout: 5000 }).toBeGreaterThan(2)
    await queue.close()
  }))

test('after every connection is cut, jobs are still added, run and repeated', () =>
  withDatabase(async (url) => {
    await migrateQueue(url)
    const { queue, ran, errors } = await working(url)
    await queue.repeat({ name: 'sweep' }, 300)
    await expect.poll(() => ran.length).toBeGreaterThan(1)
    await ask(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await expect.poll(() => errors.length).toBeGreaterThan(0)
    ran.length = 0
    await expect.poll(() => ran.length, { timeout: 8000 }).toBeGreaterThan(1)
    await queue.add(grade)
    await expect.poll(() => ran).toContainEqual(grade)
    expect(errors.length).toBeLessThan(10)
    await queue.close()
  }))

test('a process that runs jobs uses two connections, and a process that only adds them uses one', () =>
  withDatabase(async (url) => {
    await migrateQueue(url)
    const { queue: worker, ran } = await working(url)
    const producer = createQueue({ databaseUrl: url, onError() {}, pace: hurry })
    await Promise.all(Array.from({ length: 50 }, (_, answerId) => producer.add({ name: 'grade', answerId })))
    await Promise.all(Array.from({ length: 50 }, (_, answerId) => worker.add({ name: 'tell', answerId })))
    await expect.poll(() => ran.length).toBe(100)
    const open = await ask(
      url,
      `select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'heroku-quiz queue'`,
    )
    expect(open).toEqual([{ count: 3 }])
    await producer.close()
    await worker.close()
  }))

test('adding fails within about a second if the database is down or doesn’t respond', async () => {
  const silent = createServer().listen(0, '127.0.0.1')
  const address = silent.address()
  const ports = [await freePort(), typeof address === 'object' ? (address?.port ?? 0) : 0]
  for (const port of ports) {
    const databaseUrl = `postgres://quiz:none@127.0.0.1:${port}/quiz`
    const queue = createQueue({ databaseUrl, onError() {}, pace: hurry })
    for (const call of [() => queue.add(grade), () => queue.depth()]) {
      const began = performance.now()
      await expect(call()).rejects.toThrow()
      expect(performance.now() - began).toBeLessThan(1300)
    }
    await queue.close()
  }
  silent.close()
})

async function working(url: string): Promise<{ queue: Queue; ran: Job[]; errors: string[] }> {
  const ran: Job[] = []
  const errors: string[] = []
  const onError = (error: Error): unknown => errors.push(error.message)
  const queue = createQueue({ databaseUrl: url, onError, pace: hurry })
  await queue.work(async (job) => void ran.push(job), { concurrency: 4 })
  return { queue, ran, errors }
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
