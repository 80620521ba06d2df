import { afterAll, beforeAll, describe } from 'vitest'
import { describeQueue } from '../../contracts/queue.ts'
import { startRedis, type TestRedis, whyNoRedis } from '../../kit/servers/redis.ts'
import { underTest } from './under-test.ts'

const reason = await whyNoRedis()
if (reason !== undefined) process.stderr.write(`Skipped: the queue on Redis, because of ${reason}.\n`)

describe.skipIf(reason !== undefined)('with a Redis of our own', () => {
  let redis: TestRedis

  beforeAll(async () => {
    redis = await startRedis()
  })

  afterAll(() => redis.stop())

  describeQueue(
    'Redis',
    underTest(() => ({ redisUrl: redis.url, databaseUrl: '' })),
  )
})
