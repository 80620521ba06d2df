import { ChatError } from '../../../domain/errors.ts'
import type { Clock } from '../../../ports/clock.ts'

/**
 * Slack rate limits each method per workspace, and counts early calls against us. Once it has said how long to wait,
 * this process makes no more such calls until then; other workspaces and methods continue.
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
