/** So fast what a workspace has added is forgotten: after this time a third of it counts. */
const memoryMs = 10_000

const mostKept = 20_000

/** How many jobs this process has added for each workspace lately. */
export type FairShares = {
  /** Counts one more, and says how many it comes behind. */
  rankOf(workspaceId: number, now: number): number
}

/**
 * The queue's library runs jobs by a number that they get when they are added, and knows nothing of workspaces. So the number
 * is how many jobs of the same workspace came shortly before: the first of everybody comes before the second of anybody, and
 * somebody's single answer before the rest of another workspace's ten thousand. Each process counts what it adds itself,
 * which costs no call.
 */
export function createFairShares(): FairShares {
  const added = new Map<number, { count: number; at: number }>()
  return {
    rankOf(workspaceId, now) {
      const { count, at } = added.get(workspaceId) ?? { count: 0, at: now }
      const left = count * Math.exp(-Math.max(0, now - at) / memoryMs)
      // Deleted first, so that the least recently used come first in the map.
      added.delete(workspaceId)
      added.set(workspaceId, { count: left + 1, at: now })
      const oldest = added.keys().next()
      if (added.size > mostKept && !oldest.done) added.delete(oldest.value)
      return Math.floor(left)
    },
  }
}
