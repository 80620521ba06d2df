import type { Job } from '../../ports/queue.ts'

/**
 * A job runs when none with a lower number waits. What somebody waits for comes first, with its post, its grade and the
 * telling of it; so a morning on which thousands of channels are due holds up no player, and the first question is posted
 * while the last is still to be chosen.
 */
const later: Partial<Record<Job['name'], number>> = { ask: 1, 'close-round': 2, 'reveal-round': 2, weekly: 3, prune: 4 }

/** None is what BullMQ runs first. */
export function priorityOf(job: Job): { priority?: number } {
  const priority = later[job.name]
  return priority === undefined ? {} : { priority }
}
