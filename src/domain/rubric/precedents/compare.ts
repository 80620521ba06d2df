import { likenessTo, placeOf } from './likeness.ts'
import { half, type Precedents, right, wrong } from './precedents.ts'
import type { Terms } from './terms.ts'

/** The numbers that `compare` returns, in this order. `weights` has a column for each. */
export const features = [
  ...['score', 'near right', 'near half', 'near wrong'],
  ...['right of 7', 'half of 7', 'right of 3', 'half of 3'],
  ...['least right clause', 'most right clause', 'most half clause', 'most wrong clause'],
  ...['wrong over right', 'half over right', 'clauses'],
  ...['odds right half', 'odds right wrong', 'odds half wrong', 'known share', 'unknown words'],
] as const

// Allocated once, because allocating it for each clause would take longer than filling it.
let like = new Float32Array(4096)

/**
 * Compares an answer with the labeled answers: returns one number for each of `features`. `score` is the rubric's
 * score.
 */
export function compare(precedents: Precedents, terms: Terms, score: number): number[] {
  const { answers, starts, clauses } = precedents
  const size = Math.max(answers.size, clauses.size)
  if (like.length < size) like = new Float32Array(2 * size)
  const words = terms.words.map((term) => placeOf(answers, term))
  const places = [...words, ...terms.pairs.map((term) => placeOf(answers, term))]
  const scale = likenessTo(answers, places, like)
  const numbers = [score]
  for (const mark of [right, half, wrong]) numbers.push(nearThree(starts[mark] ?? 0, starts[mark + 1] ?? 0) * scale)
  addNeighbors(numbers, precedents.sorted, scale)
  addClauses(numbers, precedents, { words, clauses: terms.clauses })
  addWords(numbers, precedents, { words, places })
  return numbers
}

/** The mean similarity of the three nearest answers in this range. */
function nearThree(start: number, end: number): number {
  let [first, second, third] = [0, 0, 0]
  for (let at = start; at < end; at++) {
    const one = like[at] ?? 0
    if (one <= third) continue
    third = one
    if (third > second) [second, third] = [third, second]
    if (second > first) [first, second] = [second, first]
  }
  return (first + second + third) / 3
}

const most = 7

/**
 * The shares of correct and partial answers among the nearest seven and the nearest three, weighted by the square of
 * the similarity.
 */
function addNeighbors(numbers: number[], sorted: Uint8Array, scale: number): void {
  const places = nearestPlaces(sorted.length)
  for (const count of [most, 3]) {
    const sums = [0, 0, 0]
    for (const at of places.slice(0, count)) {
      const mark = sorted[at] ?? wrong
      sums[mark] = (sums[mark] ?? 0) + ((like[at] ?? 0) * scale) ** 2
    }
    const all = (sums[right] ?? 0) + (sums[half] ?? 0) + (sums[wrong] ?? 0)
    numbers.push(all === 0 ? 0 : (sums[right] ?? 0) / all, all === 0 ? 0 : (sums[half] ?? 0) / all)
  }
}

/** The nearest answers in descending order of similarity, excluding those with nothing in common. */
function nearestPlaces(size: number): number[] {
  const places: number[] = []
  let least = 0
  for (let at = 0; at < size; at++) {
    const one = like[at] ?? 0
    if (one <= least) continue
    let place = places.length < most ? places.length : most - 1
    for (; place > 0 && (like[places[place - 1] ?? 0] ?? 0) < one; place--) places[place] = places[place - 1] ?? 0
    places[place] = at
    if (places.length === most) least = like[places[most - 1] ?? 0] ?? 0
  }
  return places
}

/** Compares each clause, because a correct answer has no clause that appears only in incorrect ones. */
function addClauses(
  numbers: number[],
  precedents: Precedents,
  { words, clauses }: { words: readonly number[]; clauses: readonly (readonly number[])[] },
): void {
  const [wrongs = 0, halves = 0, rights = 0, end = 0] = precedents.clauseStarts
  let [leastRight, mostRight, mostHalf, mostWrong] = [1, 0, 0, 0]
  let [wrongOverRight, halfOverRight] = [-1, -1]
  for (const clause of clauses) {
    const places = clause.map((at) => precedents.inClauses[words[at] ?? -1] ?? -1)
    const scale = likenessTo(precedents.clauses, places, like)
    const [ofWrong, ofHalf, ofRight] = [
      nearest(wrongs, halves) * scale,
      nearest(halves, rights) * scale,
      nearest(rights, end) * scale,
    ]
    leastRight = Math.min(leastRight, ofRight)
    mostRight = Math.max(mostRight, ofRight)
    mostHalf = Math.max(mostHalf, ofHalf)
    mostWrong = Math.max(mostWrong, ofWrong)
    wrongOverRight = Math.max(wrongOverRight, ofWrong - ofRight)
    halfOverRight = Math.max(halfOverRight, ofHalf - ofRight)
  }
  numbers.push(leastRight, mostRight, mostHalf, mostWrong, wrongOverRight, halfOverRight, clauses.length)
}

function nearest(start: number, end: number): number {
  let most = 0
  for (let at = start; at < end; at++) {
    const one = like[at] ?? 0
    if (one > most) most = one
  }
  return most
}

// Also allocated once. All values are zero between two calls.
let seen = new Uint8Array(4096)

/** Adds the evidence of all words, and the number of words that no correct answer has used. */
function addWords(
  numbers: number[],
  { odds, saidRightly }: Precedents,
  { words, places }: { words: readonly number[]; places: readonly number[] },
): void {
  if (seen.length < saidRightly.length) seen = new Uint8Array(2 * saidRightly.length)
  let [rightHalf, rightWrong, halfWrong] = [0, 0, 0]
  for (const place of places) {
    if (place < 0 || seen[place] === 1) continue
    seen[place] = 1
    rightHalf += odds[place * 3] ?? 0
    rightWrong += odds[place * 3 + 1] ?? 0
    halfWrong += odds[place * 3 + 2] ?? 0
  }
  for (const place of places) if (place >= 0) seen[place] = 0
  let known = 0
  for (const place of words) known += saidRightly[place] ?? 0
  numbers.push(rightHalf, rightWrong, halfWrong, known / words.length, words.length - known)
}
