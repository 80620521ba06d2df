import type { Occurrence } from '../text/occurrence.ts'
import type { Reading } from './walk.ts'

// Somebody who answers with a list knows what belongs on it; somebody who types keywords gets a few by luck.
const shareOfItems = 1 / 2

/**
 * What was found, without points from bare lists that mostly miss: "release phase, migration, slug, promote" says
 * nothing about any of them, but "view, deploy, operate, manage" is a good answer if these are asked for.
 */
export function withoutKeywords(
  matched: readonly (Occurrence[] | undefined)[],
  { stance, text }: Reading,
): (Occurrence[] | undefined)[] {
  if (stance.bare.every((items) => items === undefined)) return [...matched]
  const starts = matched.flatMap((evidence) => evidence?.map(({ start }) => start) ?? [])
  const dumped = stance.bare.map((items, sentence) => {
    if (items === undefined) return false
    const end = text.sentenceEnds[sentence] ?? 0
    const hit = items.filter((from, i) => starts.some((start) => start >= from && start < (items[i + 1] ?? end)))
    return hit.length < items.length * shareOfItems
  })
  return matched.map((evidence) => (evidence?.every(({ sentence }) => dumped[sentence]) ? undefined : evidence))
}
