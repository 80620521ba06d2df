/** The time after which a workspace's count has decayed to about a third (1/e). */
const memoryMs = 10_000

const mostKept = 20_000

export type FairShares = {
  /** Returns the decayed count of the workspace's earlier jobs, then adds one to it. */
  rankOf(workspaceId: number, now: number): number
}

/**
 * BullMQ orders jobs by a priority that is set when they are added, and has no notion of a workspace. So the priority
 * is the number of jobs that the same workspace added shortly before. One workspace's first answer then runs before the
 * ten-thousandth answer of another. Each process counts only the jobs it adds itself, which needs no call to the store.
 */
export function createFairShares(): FairShares {
  const added = new Map<number, { count: number; at: number }>()
  return {
    rankOf(workspaceId, now) {
      const { count, at } = added.get(workspaceId) ?? { count: 0, at: now }
      const left = count * Math.exp(-Math.max(0, now - at) / memoryMs)
      // A map iterates in insertion order, so this moves the workspace to the end and keeps the least recently used
      // first.
      added.delete(workspaceId)
      added.set(workspaceId, { count: left + 1, at: now })
      const oldest = added.keys().next()
      if (added.size > mostKept && !oldest.done) added.delete(oldest.value)
      return Math.floor(left)
    },
  }
}
