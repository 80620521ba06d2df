/** A rate limit: a burst of `most`, refilled at `perSecond`. */
export type Allowance = { most: number; perSecond: number }

type TokenBucket = { tokens: number; at: number }

/**
 * Takes `cost` (default 1) from a bucket that refills with time. `now` is in milliseconds. Returns false if the bucket
 * contains less.
 */
export type TakeTokens = (who: string, now: number, cost?: number) => boolean

/** Creates one bucket per key. Keeps the `mostKept` most recently used buckets. */
export function tokenBuckets({ most, perSecond }: Allowance, mostKept: number): TakeTokens {
  const buckets = new Map<string, TokenBucket>()
  return (who, now, cost = 1) => {
    const { tokens, at } = buckets.get(who) ?? { tokens: most, at: now }
    const filled = Math.min(most, tokens + (Math.max(0, now - at) / 1000) * perSecond)
    const enough = filled >= cost
    // Deleted first to keep the map in the order of use, least recent first.
    buckets.delete(who)
    buckets.set(who, { tokens: enough ? filled - cost : filled, at: now })
    const oldest = buckets.keys().next()
    if (buckets.size > mostKept && !oldest.done) buckets.delete(oldest.value)
    return enough
  }
}
