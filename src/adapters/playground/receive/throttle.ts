import type { Clock } from '../../../ports/clock.ts'

export type Throttle = { take(who: string, cost?: number): boolean }

/** A token bucket for each name: a burst of `most`, then `perSecond`. Full buckets are dropped. */
export function createThrottle(clock: Clock, { most, perSecond }: { most: number; perSecond: number }): Throttle {
  const buckets = new Map<string, { tokens: number; at: number }>()
  let sweptAt = clock.now().getTime()

  function sweep(now: number): void {
    if (now - sweptAt < (most / perSecond) * 1000) return
    for (const [who, { at }] of buckets) if (now - at >= (most / perSecond) * 1000) buckets.delete(who)
    sweptAt = now
  }

  return {
    take(who, cost = 1) {
      const now = clock.now().getTime()
      sweep(now)
      const last = buckets.get(who) ?? { tokens: most, at: now }
      const tokens = Math.min(most, last.tokens + (Math.max(0, now - last.at) / 1000) * perSecond)
      const enough = tokens >= cost
      buckets.set(who, { tokens: enough ? tokens - cost : tokens, at: now })
      return enough
    },
  }
}
