import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createQueue } from '../../../src/adapters/bullmq/index.ts'
import type { OwnedJob } from '../../../src/ports/queue.ts'
import { describeQueue } from '../../contracts/queue.ts'
import { startRedis, type TestRedis, whyNoRedis } from '../../kit/servers/redis.ts'
import { underTest } from './under-test.ts'

const reason = await whyNoRedis()
if (reason !== undefined) process.stderr.write(`Skipped: the queue on Redis, because of ${reason}.\n`)

describe.skipIf(reason !== undefined)('with a separate Redis', () => {
  let redis: TestRedis

  beforeAll(async () => {
    redis = await startRedis()
  })

  afterAll(() => redis.stop())

  describeQueue(
    'Redis',
    underTest(() => ({ redisUrl: redis.url, databaseUrl: '' })),
  )

  it('hundreds of waiting jobs of the tick take one command, and are added again if Redis lost them', async () => {
    const queue = createQueue({ redisUrl: redis.url, databaseUrl: '', name: 'again', onError: () => {} })
    onTestFinished(() => queue.close())
    const due = Array.from({ length: 1000 }, (_, at): OwnedJob => {
      return { job: { name: 'ask', channelId: at, localDate: '2026-11-30' }, workspaceId: at % 100 }
    })
    expect(await scriptsRun(() => queue.addMany(due.slice(0, 900)))).toBeGreaterThanOrEqual(900)
    expect(await scriptsRun(() => queue.addMany(due))).toBe(4 + 100)
    expect((await queue.depth()).waiting).toBe(1000)
    await redis.command('FLUSHALL')
    await queue.addMany(due)
    expect((await queue.depth()).waiting).toBe(1000)
  })

  /** Counts script calls from outside, because BullMQ adds each job with a script. */
  async function scriptsRun(work: () => Promise<void>): Promise<number> {
    const count = async () => {
      const stats = String(await redis.command('INFO', 'commandstats'))
      return [...stats.matchAll(/cmdstat_eval(?:sha)?:calls=(\d+)/g)].reduce((sum, [, calls]) => sum + Number(calls), 0)
    }
    const before = await count()
    await work()
    return (await count()) - before
  }
})
