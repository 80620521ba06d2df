import type { Job } from '../../ports/queue.ts'

/**
 * How far back a kind of job starts. A job runs when no job with a lower number is waiting. Its number is its rank
 * among its workspace's recent jobs, plus this offset if no player is waiting for it. So the players' jobs run before
 * the scheduled posts of thousands of channels, and one workspace's burst doesn't delay the others.
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

/** A workspace's jobs are ranked only above this number. */
const unsorted = 10

/** BullMQ allows priorities up to 2 ** 21. */
const lastRank = 1_000_000

/**
 * `rank` is the number of jobs that the same workspace added shortly before. BullMQ runs jobs without a priority first.
 */
export function priorityOf(job: Job, rank: number): { priority?: number } {
  const priority = (behind[job.name] ?? 0) + (rank < unsorted ? 0 : Math.min(rank, lastRank))
  return priority === 0 ? {} : { priority }
}
