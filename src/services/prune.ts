import { type Retained, retained } from '../ports/store/retention.ts'
import type { Deps } from './deps.ts'

/** A small batch doesn't block other queries for long, and little is repeated if it fails. */
const batch = 500

/** Sends are retried for at most a day, so older records aren't needed. */
const triesMs = 7 * 24 * 60 * 60_000

/**
 * Erases expired data, see `Retention`. Idempotent and safe to run concurrently. Returns how much of each kind was
 * erased.
 */
export async function prune({
  store,
  clock,
  log,
  retentionMonths: months,
}: Pick<Deps, 'store' | 'clock' | 'log' | 'retentionMonths'>): Promise<Record<Retained, number>> {
  const erased: Record<Retained, number> = {
    answers: 0,
    standings: 0,
    questions: 0,
    shares: 0,
    recalls: 0,
    reminders: 0,
    pauses: 0,
    changes: 0,
    imports: 0,
    links: 0,
    reasons: 0,
  }
  const now = clock.now()
  for (const kind of retained) {
    for (;;) {
      const count = await store.retention.erase(kind, { now, months, limit: batch })
      erased[kind] += count
      if (count < batch) break
    }
  }
  await store.tries.forget(new Date(now.getTime() - triesMs))
  log.info(erased, 'erased old data')
  return erased
}
