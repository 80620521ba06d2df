import { hungUp } from '../../adapters/bullmq/redis-trouble.ts'
import { rootCause } from './root-cause.ts'

export function redisRemedy(error: unknown, url: string): string {
  const { cause } = rootCause(error)
  if (!(cause instanceof Error)) return 'heroku redis:wait'
  if (hungUp(cause)) {
    const [now, wanted] = url.startsWith('rediss:') ? ['rediss', 'redis'] : ['redis', 'rediss']
    return `heroku config:set REDIS_URL="$(heroku config:get REDIS_URL | sed 's/^${now}:/${wanted}:/')"`
  }
  // The first word of a Redis error is its code.
  const [code = ''] = cause.message.split(' ')
  return ['NOAUTH', 'WRONGPASS', 'NOPERM'].includes(code) ? 'heroku redis:credentials --reset' : 'heroku redis:wait'
}
