/** How often something may be done: a burst of so many, then so many per second. */
export type Allowance = { most: number; perSecond: number }

type TokenBucket = { tokens: number; at: number }

/** Takes `cost` (1 by default) out of somebody's bucket, which fills with time (`now` in milliseconds); false if it contains less. */
export type TakeTokens = (who: string, now: number, cost?: number) => boolean

/** A bucket for each of those who were seen last, at most `mostKept` of them. */
export function tokenBuckets({ most, perSecond }: Allowance, mostKept: number): TakeTokens {
  const buckets = new Map<string, TokenBucket>()
  return (who, now, cost = 1) => {
    const { tokens, at } = buckets.get(who) ?? { tokens: most, at: now }
    const filled = Math.min(most, tokens + (Math.max(0, now - at) / 1000) * perSecond)
    const enough = filled >= cost
    // Deleted first, so that the least recently used come first in the map.
    buckets.delete(who)
    buckets.set(who, { tokens: enough ? filled - cost : filled, at: now })
    const oldest = buckets.keys().next()
    if (buckets.size > mostKept && !oldest.done) buckets.delete(oldest.value)
    return enough
  }
}
