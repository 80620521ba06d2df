import { ChatError } from '../../../domain/errors.ts'
import type { Clock } from '../../../ports/clock.ts'

/**
 * Slack limits each method in each workspace by itself, and counts calls made too early against us. Once it said how
 * long to wait, this process calls no more until then; other workspaces and methods go on.
 */
export type RateGate = {
  /** Throws a `ChatError` of the kind `rate-limited` while it is shut. */
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
