/** How fast a workspace's count decays: after this time, a third of it is left. */
const memoryMs = 10_000

const mostKept = 20_000

/** How many jobs this process has recently added for each workspace. */
export type FairShares = {
  /** Counts one more, and returns how many are ahead of it. */
  rankOf(workspaceId: number, now: number): number
}

/**
 * The queue library runs jobs in the order of a priority set when they are added, and knows nothing about workspaces.
 * So the priority is how many jobs of the same workspace came shortly before: everybody's first job runs before
 * anybody's second, and a single answer before the rest of another workspace's ten thousand. Each process counts only
 * what it adds itself, which costs no call.
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
