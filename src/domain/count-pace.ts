import { type Place, platformOf } from './place.ts'

/**
 * How seldom a question's message is changed only to count its answers. A chat platform limits edits, and each of them
 * reaches everybody who has the channel open; the playground is our own.
 */
export function countEveryMs(posted: Place): number {
  return platformOf(posted) === 'playground' ? 2_000 : 60_000
}
