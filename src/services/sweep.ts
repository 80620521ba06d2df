import type { RoundState } from '../domain/round.ts'
import type { Job } from '../ports/queue.ts'
import type { Deps } from './deps.ts'

/** A row untouched for so long has lost its job, or the job is slow; adding it again does no harm. */
const staleMs = 10_000
const page = 500

/**
 * Finds the rows that say something is still to do and sees that each has its job. This is what makes a queue that was
 * away, emptied or killed lose nothing.
 */
export async function sweep(deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'log'>): Promise<void> {
  const now = deps.clock.now()
  const before = new Date(now.getTime() - staleMs)
  const [answers, rounds] = await Promise.all([
    deps.store.answers.unfinished(before, page),
    deps.store.rounds.unfinished({ before, now, limit: page }),
  ])
  const jobs: Job[] = [
    ...answers.map(({ id, state }): Job => ({ name: state === 'received' ? 'grade' : 'tell', answerId: id })),
    ...rounds.map(({ id, state }): Job => ({ name: roundJob[state], roundId: id })),
  ]
  if (jobs.length === 0) return
  await deps.queue.addMany(jobs)
  deps.log.info({ answers: answers.length, rounds: rounds.length }, 'the sweep found unfinished work')
}

const roundJob: Record<RoundState, 'post-round' | 'close-round' | 'reveal-round'> = {
  posting: 'post-round',
  open: 'close-round',
  closed: 'reveal-round',
  failed: 'reveal-round',
}
