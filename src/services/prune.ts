import { type Retained, retained } from '../ports/store/retention.ts'
import type { Deps } from './deps.ts'

/** Small enough that nobody waits for a batch, and that little is lost if one fails. */
const batch = 500

/** A send is retried within a day, or never. */
const triesMs = 7 * 24 * 60 * 60_000

/**
 * Erases data that is older than necessary: see `Retention`. Safe to run twice, even concurrently. Returns how much of
 * each kind was erased.
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
