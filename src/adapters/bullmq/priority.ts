import type { Job } from '../../ports/queue.ts'

/**
 * A job runs when none with a lower number is waiting. The number is the job's rank among those of its workspace, and
 * jobs that nobody is waiting for start further back. So a morning on which thousands of channels are due doesn't delay
 * players, the first question is posted while the last still has to be chosen, and one workspace's burst doesn't hold
 * up others.
 */
const behind: Partial<Record<Job['name'], number>> = {
  ask: 1000,
  'close-round': 2000,
  'reveal-round': 2000,
  weekly: 3000,
  season: 3000,
  'count-answers': 4000,
  prune: 1_500_000,
  'find-removals': 1_500_000,
}

/** A workspace's ordinary activity needs no sorting. */
const unsorted = 10

/** The library allows numbers up to 2 ** 21. */
const lastRank = 1_000_000

/** `rank` is how many jobs of the same workspace came shortly before. BullMQ runs jobs without a priority first. */
export function priorityOf(job: Job, rank: number): { priority?: number } {
  const priority = (behind[job.name] ?? 0) + (rank < unsorted ? 0 : Math.min(rank, lastRank))
  return priority === 0 ? {} : { priority }
}
