import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createQueue } from '../../../src/adapters/bullmq/create-queue.ts'
import type { Job, OwnedJob, Queue } from '../../../src/ports/queue.ts'
import { startRedis, type TestRedis, whyNoRedis } from '../../kit/servers/redis.ts'
import { hurry } from './under-test.ts'

const grade: Job = { name: 'grade', answerId: 17 }

describe.skipIf((await whyNoRedis()) !== undefined)('a Redis that fails', () => {
  let redis: TestRedis
  let name: string
  let queues: Queue[]
  let errors: string[]
  let ran: Job[]

  beforeEach(async () => {
    redis = await startRedis()
    name = `test-${randomUUID()}`
    queues = []
    errors = []
    ran = []
  })

  afterEach(async () => {
    await Promise.all(queues.map((queue) => queue.close({ graceMs: 0 })))
    await redis.stop()
  })

  function open(url = redis.url): Queue {
    const onError = (error: Error): unknown => errors.push(error.message)
    const queue = createQueue({ redisUrl: url, databaseUrl: '', name, onError, pace: hurry })
    queues.push(queue)
    return queue
  }

  async function working(): Promise<Queue> {
    const queue = open()
    await queue.work(async (job) => void ran.push(job), { concurrency: 2 })
    return queue
  }

  test('adding a job fails within about a second while Redis is down, whether or not it was ever up', async () => {
    const known = open()
    await known.depth()
    await redis.kill()
    const unknown = open()
    for (const queue of [known, unknown]) {
      for (const call of [() => queue.add(grade), () => queue.addMany([{ job: grade }]), () => queue.depth()]) {
        const began = performance.now()
        await expect(call()).rejects.toThrow()
        expect(performance.now() - began).toBeLessThan(1300)
      }
    }
  })

  test('a host that doesn’t respond counts as an outage too', async () => {
    const queue = await working()
    await queue.depth()
    await redis.freeze()
    const began = performance.now()
    await expect(queue.add(grade)).rejects.toThrow('did not answer within 1000 ms')
    expect(performance.now() - began).toBeLessThan(1300)
    await redis.thaw()
    await expect.poll(() => ran.length, { timeout: 5000 }).toBe(1)
  })

  test('jobs and repetitions continue after a restart without data', async () => {
    const queue = await working()
    await queue.repeat({ name: 'sweep' }, 200)
    await expect.poll(() => ran.length).toBeGreaterThan(1)
    await redis.kill()
    await expect(queue.add(grade)).rejects.toThrow()
    await redis.start()
    ran = []
    await expect.poll(() => ran.length, { timeout: 8000 }).toBeGreaterThan(1)
    await queue.add(grade)
    await expect.poll(() => ran).toContainEqual(grade)
    expect(errors.length).toBeGreaterThan(0)
  })

  test('jobs and repetitions continue after FLUSHALL, even for a job that was running', async () => {
    const queue = open()
    const begun = Promise.withResolvers<void>()
    const end = Promise.withResolvers<void>()
    await queue.work(
      async (job) => {
        ran.push(job)
        if (job.name !== 'grade') return
        begun.resolve()
        await end.promise
      },
      { concurrency: 2 },
    )
    await queue.repeat({ name: 'sweep' }, 200)
    await queue.add(grade)
    await begun.promise
    await redis.command('FLUSHALL')
    end.resolve()
    ran = []
    await expect.poll(() => ran.length, { timeout: 5000 }).toBeGreaterThan(1)
    await queue.add(grade)
    await expect.poll(() => ran).toContainEqual(grade)
  })

  test('jobs start when Redis starts, even if the app started first', async () => {
    await redis.kill()
    const queue = await working()
    await queue.repeat({ name: 'sweep' }, 200)
    await redis.start()
    await expect.poll(() => ran.length, { timeout: 8000 }).toBeGreaterThan(1)
  })

  test('closing while Redis is down takes a few seconds at most', async () => {
    const queue = await working()
    await queue.depth()
    await redis.kill()
    const began = performance.now()
    await queue.close({ graceMs: 500 })
    expect(performance.now() - began).toBeLessThan(6000)
  })

  test('only the last two hundred failed jobs are kept, and few connections are open', async () => {
    const queue = open()
    await queue.work(() => Promise.reject(new Error('never')), { concurrency: 10 })
    await queue.addMany(Array.from({ length: 250 }, (_, answerId): OwnedJob => ({ job: { name: 'grade', answerId } })))
    await expect.poll(async () => (await queue.depth()).failed, { timeout: 15_000 }).toBe(200)
    await expect.poll(async () => (await queue.depth()).delayed, { timeout: 15_000 }).toBe(0)
    const clients = String(await redis.command('CLIENT', 'LIST'))
      .trim()
      .split('\n')
    // Two connections of the queue, and the one that counts them.
    expect(clients).toHaveLength(3)
  })
})

describe.skipIf((await whyNoRedis()) !== undefined)('a Redis configured as on Heroku', () => {
  test('rediss:// works with a self-signed certificate', async () => {
    const redis = await startRedis({ tls: true })
    onTestFinished(redis.stop)
    const queue = createQueue({ redisUrl: redis.url, databaseUrl: '', onError() {}, pace: hurry })
    onTestFinished(() => queue.close())
    const ran = new Promise((resolve) => queue.work(async (job) => resolve(job), { concurrency: 1 }))
    await queue.add(grade)
    expect(await ran).toEqual(grade)
  })

  test('the error explains that a Redis without TLS was asked for TLS', async () => {
    const redis = await startRedis()
    onTestFinished(redis.stop)
    const url = redis.url.replace('redis:', 'rediss:')
    const queue = createQueue({ redisUrl: url, databaseUrl: '', onError() {}, pace: hurry })
    onTestFinished(() => queue.close({ graceMs: 0 }))
    await expect(queue.depth()).rejects.toThrow('REDIS_URL begins with rediss://, and the server may not support TLS')
  })

  test('a full Redis refuses jobs, and accepts jobs again after workers have emptied it', async () => {
    const redis = await startRedis({ maxMemory: '5mb' })
    onTestFinished(redis.stop)
    const errors: string[] = []
    const onError = (error: Error): unknown => errors.push(error.message)
    const queue = createQueue({ redisUrl: redis.url, databaseUrl: '', onError, pace: hurry })
    onTestFinished(() => queue.close())
    const more = Array.from({ length: 20_000 }, (_, answerId): OwnedJob => ({ job: { name: 'grade', answerId } }))
    await expect(queue.addMany(more)).rejects.toThrow(/OOM/)
    // The memory of the refused batch is free again, so a few more jobs may fit.
    const oneByOne = async (): Promise<void> => {
      for (let answerId = 20_000; answerId < 25_000; answerId++) await queue.add({ name: 'grade', answerId })
    }
    await expect(oneByOne()).rejects.toThrow(/OOM/)
    const ran: Job[] = []
    await queue.work(async (job) => void ran.push(job), { concurrency: 20 })
    await queue.repeat({ name: 'sweep' }, 200)
    await expect.poll(() => ran, { timeout: 10_000 }).toContainEqual({ name: 'sweep' })
    await queue.add({ name: 'grade', answerId: -1 })
    await expect.poll(() => ran).toContainEqual({ name: 'grade', answerId: -1 })
    expect(errors).toContain('The queue is full: dropping the waiting jobs, which the sweep adds again.')
  })
})
