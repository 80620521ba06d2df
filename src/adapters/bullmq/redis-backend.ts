import { once } from 'node:events'
import { type ConnectionOptions, createRedisBackend, type RedisQueueBackend } from 'bullmq'
import { Redis } from 'ioredis'
import type { Backend } from './backend.ts'
import { redisTrouble } from './redis-trouble.ts'
import { within } from './within.ts'

/** One command for a batch. The library would send one for each job, even if the job is already queued. */
const takenScript = `
local taken = {}
for place, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then taken[#taken + 1] = place end
end
return taken`

/**
 * Redis or Valkey. Two connections in a process that runs jobs (the second waits for the next one), one in a process
 * that only adds them.
 */
export function redisBackend(url: string): Backend<RedisQueueBackend, ConnectionOptions> {
  const redis = new Redis(url, {
    // Required by BullMQ: a worker waits out an outage. Producers don't wait, because `reachable` is checked first.
    maxRetriesPerRequest: null,
    connectTimeout: 5000,
    keepAlive: 10_000,
    retryStrategy: (times) => Math.min(times * 100, 2000),
    // Heroku's certificates are self-signed.
    ...(url.startsWith('rediss:') ? { tls: { rejectUnauthorized: false } } : {}),
  })
  return {
    connection: redis,
    factory: createRedisBackend,
    listenSeconds: 5,
    async reachable(ms) {
      // A command on a lost connection would be buffered until it is back, so none is sent.
      if (redis.status === 'ready') return
      await within(ms, once(redis, 'ready')).catch((cause: Error) => {
        throw new Error(redisTrouble(url, cause), { cause })
      })
    },
    async taken(keys) {
      const places = (await redis.eval(takenScript, keys.length, ...keys)) as number[]
      return new Set(places.flatMap((place) => keys[place - 1] ?? []))
    },
    async close() {
      redis.disconnect()
    },
  }
}
