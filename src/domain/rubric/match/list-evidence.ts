import type { Occurrence } from '../text/occurrence.ts'
import type { Reading } from './walk.ts'

// An answer with keywords hits a few items by chance, while a real list hits most of them.
const shareOfItems = 1 / 2

/**
 * Removes points from bare lists in which most items don't match. "release phase, migration, slug, promote" shows no
 * knowledge of any of them, but "view, deploy, operate, manage" is a good answer to a question that asks for these.
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
