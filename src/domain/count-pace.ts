import { type Place, platformOf } from './place.ts'

/**
 * The minimum interval between edits that only update the answer count of a question's message, in milliseconds. Chat
 * platforms rate limit edits, and each edit is sent to everybody who has the channel open. The playground has no such
 * limit.
 */
export function countEveryMs(posted: Place): number {
  return platformOf(posted) === 'playground' ? 2_000 : 60_000
}
