import type { Job } from '../../ports/queue.ts'

/**
 * A job runs when none with a lower number waits. The number is the job's rank among those of its workspace, and what nobody
 * waits for starts further back. So a morning on which thousands of channels are due holds up no player, the first question
 * is posted while the last is still to be chosen, and one workspace's burst holds up no other.
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

/** What a workspace does in ordinary times needs no sorting. */
const unsorted = 10

/** The library takes numbers up to 2 ** 21. */
const lastRank = 1_000_000

/** `rank` is how many jobs of the same workspace came shortly before. None is what BullMQ runs first. */
export function priorityOf(job: Job, rank: number): { priority?: number } {
  const priority = (behind[job.name] ?? 0) + (rank < unsorted ? 0 : Math.min(rank, lastRank))
  return priority === 0 ? {} : { priority }
}
