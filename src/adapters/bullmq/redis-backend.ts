import { once } from 'node:events'
import { type ConnectionOptions, createRedisBackend, type RedisQueueBackend } from 'bullmq'
import { Redis } from 'ioredis'
import type { Backend } from './backend.ts'
import { redisTrouble } from './redis-trouble.ts'
import { withTimeout } from './with-timeout.ts'

/**
 * Checks a batch with one command. The library would send one command per job, even for jobs that are already queued.
 */
const takenScript = `
local taken = {}
for place, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then taken[#taken + 1] = place end
end
return taken`

/**
 * Opens two connections in a process that runs jobs, of which the second waits for the next job. A process that only
 * adds jobs opens one. Works with Redis and Valkey.
 */
export function redisBackend(url: string): Backend<RedisQueueBackend, ConnectionOptions> {
  const redis = new Redis(url, {
    // BullMQ requires this, so that a worker survives an outage. Producers check `reachable` first, so they don't wait.
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
      // A command on a lost connection would be buffered until it reconnects, so this sends none.
      if (redis.status === 'ready') return
      await withTimeout(ms, once(redis, 'ready')).catch((cause: Error) => {
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
