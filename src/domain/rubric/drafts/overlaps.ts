import { half, marks, type ReadAnswer, right, wrong } from '../precedents/precedents.ts'
import type { Terms } from '../precedents/terms.ts'

/** The labeled answers by their words, to see which words another answer has in common with each. Immutable. */
export type Overlaps = {
  /** The label of each answer as an index into `marks`. */
  labels: readonly number[]
  /** How many different words each answer has. */
  sizes: readonly number[]
  /** The answers that contain a word. */
  withWord: ReadonlyMap<number, readonly number[]>
}

/** What an answer has in common with one labeled answer, from 0 to 1. */
type Overlap = {
  /** The labeled answer's index. */
  at: number
  label: number
  /** The share of the answer's words that the labeled answer contains. */
  own: number
  /** The share of the labeled answer's words that the answer contains. */
  covered: number
  /** The harmonic mean of both shares. */
  both: number
}

/** The first answer has to be the model answer. */
export function indexOverlaps(answers: readonly ReadAnswer[]): Overlaps {
  const withWord = new Map<number, number[]>()
  const sizes = answers.map(({ terms }, at) => {
    const words = new Set(terms.words)
    for (const word of words) {
      const found = withWord.get(word)
      if (found === undefined) withWord.set(word, [at])
      else found.push(at)
    }
    return words.size
  })
  return { labels: answers.map(({ verdict }) => marks.indexOf(verdict)), sizes, withWord }
}

/**
 * Compares an answer's words with those of each labeled answer. Every word counts the same, because with few answers
 * a word's rarity says little. Returns four numbers per label, from correct to incorrect, then the shares of correct
 * and partial answers among the nearest three and the nearest seven, and three numbers for the model answer.
 */
export function compareOverlaps(overlaps: Overlaps, { words }: Terms): number[] {
  const all = overlapsOf(overlaps, new Set(words))
  const model = all.find(({ at }) => at === 0)
  const nearest = all.sort((one, other) => other.both - one.both)
  return [
    ...[right, half, wrong].flatMap((label) => mostInCommon(nearest.filter((one) => one.label === label))),
    ...[3, 7].flatMap((count) => sharesOf(nearest.slice(0, count))),
    ...[model?.both ?? 0, model?.own ?? 0, model?.covered ?? 0],
  ]
}

/** Without the answers that have no word in common. */
function overlapsOf({ labels, sizes, withWord }: Overlaps, words: ReadonlySet<number>): Overlap[] {
  const common = new Uint16Array(labels.length)
  for (const word of words) for (const at of withWord.get(word) ?? []) common[at] = (common[at] ?? 0) + 1
  const found: Overlap[] = []
  common.forEach((count, at) => {
    if (count === 0) return
    const [label = wrong, size = 1] = [labels[at], sizes[at]]
    found.push({ at, label, own: count / words.size, covered: count / size, both: (2 * count) / (words.size + size) })
  })
  return found
}

function mostInCommon(nearest: readonly Overlap[]): number[] {
  const [first = 0, second = 0, third = 0] = nearest.slice(0, 3).map(({ both }) => both)
  let [own, covered] = [0, 0]
  for (const one of nearest) {
    own = Math.max(own, one.own)
    covered = Math.max(covered, one.covered)
  }
  return [first, (first + second + third) / 3, own, covered]
}

/** The cube makes the nearest answers count most. */
function sharesOf(nearest: readonly Overlap[]): number[] {
  const sums = [0, 0, 0]
  for (const { label, both } of nearest) sums[label] = (sums[label] ?? 0) + both ** 3
  const all = sums.reduce((sum, one) => sum + one, 0)
  return [right, half].map((label) => (all === 0 ? 0 : (sums[label] ?? 0) / all))
}
