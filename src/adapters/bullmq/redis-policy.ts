import { Redis } from 'ioredis'

/**
 * What Redis does when its memory is full, such as `noeviction`; undefined if it doesn't say. Any other policy can delete
 * jobs.
 */
export async function redisPolicy(url: string): Promise<string | undefined> {
  const redis = new Redis(url, {
    ...{ lazyConnect: true, maxRetriesPerRequest: 0, connectTimeout: 5000 },
    ...(url.startsWith('rediss:') ? { tls: { rejectUnauthorized: false } } : {}),
  })
  try {
    redis.on('error', () => {})
    await redis.connect()
    return /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1]
  } finally {
    redis.disconnect()
  }
}
