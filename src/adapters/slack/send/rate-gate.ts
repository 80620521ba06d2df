import { ChatError } from '../../../domain/errors.ts'
import type { Clock } from '../../../ports/clock.ts'

/**
 * Slack limits the rate of each method per workspace, and counts calls that come too early. After a rate limit, this
 * process rejects further calls of the method in that workspace until the wait is over.
 */
export type RateGate = {
  pass(key: string): void
  shut(key: string, forMs: number): void
}

export function createRateGate(clock: Clock): RateGate {
  const shutUntil = new Map<string, number>()
  return {
    pass(key) {
      const until = shutUntil.get(key)
      if (until === undefined) return
      const leftMs = until - clock.now().getTime()
      if (leftMs > 0) throw new ChatError('rate-limited', key, { retryAfterMs: leftMs })
      shutUntil.delete(key)
    },
    shut(key, forMs) {
      shutUntil.set(key, clock.now().getTime() + forMs)
    },
  }
}
