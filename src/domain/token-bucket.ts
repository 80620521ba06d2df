/** How often something may be done: a burst of so many, then so many per second. */
export type Allowance = { most: number; perSecond: number }

export type TokenBucket = { tokens: number; at: number }

/** Takes `cost` out of a bucket that fills with time (`now` in milliseconds); `enough` is false if it contains less. */
export function takeTokens(
  bucket: TokenBucket | undefined,
  { most, perSecond }: Allowance,
  now: number,
  cost: number,
): { bucket: TokenBucket; enough: boolean } {
  const { tokens, at } = bucket ?? { tokens: most, at: now }
  const filled = Math.min(most, tokens + (Math.max(0, now - at) / 1000) * perSecond)
  const enough = filled >= cost
  return { bucket: { tokens: enough ? filled - cost : filled, at: now }, enough }
}
