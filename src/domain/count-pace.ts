import { type Place, platformOf } from './place.ts'

/**
 * The least time between edits of a question's message that only update its answer count. Chat platforms rate limit
 * edits, and each edit reaches everybody who has the channel open; the playground has no such limit.
 */
export function countEveryMs(posted: Place): number {
  return platformOf(posted) === 'playground' ? 2_000 : 60_000
}
