import { type Likeness, likenessTo, placeOf } from './likeness.ts'
import { half, type Precedents, right, wrong } from './precedents.ts'
import type { Terms } from './terms.ts'

/** What `compare` gives, in its order; `weights` has a column for each. */
export const features = [
  ...['score', 'near right', 'near half', 'near wrong'],
  ...['right of 7', 'half of 7', 'right of 3', 'half of 3'],
  ...['least right clause', 'most right clause', 'most half clause', 'most wrong clause'],
  ...['wrong over right', 'half over right', 'clauses'],
  ...['odds right half', 'odds right wrong', 'odds half wrong', 'known share', 'unknown words'],
] as const

/** How an answer that the rubric gave this score stands beside those that people have sorted: a number for each of `features`. */
export function compare(precedents: Precedents, terms: Terms, score: number): number[] {
  const words = terms.words.map((term) => placeOf(precedents.answers, term))
  const places = [...words, ...terms.pairs.map((term) => placeOf(precedents.answers, term))]
  const like = likenessTo(precedents.answers, places)
  const numbers = [score]
  for (const mark of [right, half, wrong]) numbers.push(nearThree(like, precedents.sorted, mark))
  addNeighbors(numbers, like, precedents.sorted)
  addClauses(numbers, precedents, { words, clauses: terms.clauses })
  addWords(numbers, precedents, { words, places })
  return numbers
}

/** The mean likeness of the nearest three answers of a mark. */
function nearThree({ like, scale }: Likeness, sorted: Uint8Array, mark: number): number {
  let [first, second, third] = [0, 0, 0]
  for (let at = 0; at < like.length; at++) {
    const one = like[at] ?? 0
    if (one <= third || sorted[at] !== mark) continue
    third = one
    if (third > second) [second, third] = [third, second]
    if (second > first) [first, second] = [second, first]
  }
  return ((first + second + third) / 3) * scale
}

const most = 7

// Where nothing is alike, all count the same.
const little = 1e-6

/** Shares that are right and half right of the nearest seven and of the nearest three, each by the square of its likeness. */
function addNeighbors(numbers: number[], { like, scale }: Likeness, sorted: Uint8Array): void {
  const places = new Int32Array(most).fill(-1)
  for (let at = 0; at < like.length; at++) {
    const one = like[at] ?? 0
    if (one <= likeAt(like, places[most - 1])) continue
    let place = most - 1
    while (place > 0 && likeAt(like, places[place - 1]) < one) {
      places[place] = places[place - 1] ?? -1
      place--
    }
    places[place] = at
  }
  for (const count of [most, 3]) {
    const sums = [0, 0, 0]
    for (let i = 0; i < count; i++) {
      const at = places[i] ?? -1
      if (at < 0) break
      const mark = sorted[at] ?? wrong
      sums[mark] = (sums[mark] ?? 0) + ((like[at] ?? 0) * scale) ** 2 + little
    }
    const all = (sums[right] ?? 0) + (sums[half] ?? 0) + (sums[wrong] ?? 0)
    numbers.push(all === 0 ? 0 : (sums[right] ?? 0) / all, all === 0 ? 0 : (sums[half] ?? 0) / all)
  }
}

function likeAt(like: Float32Array, at: number | undefined): number {
  return at === undefined || at < 0 ? -1 : (like[at] ?? 0)
}

/** A right answer has no clause that only wrong ones say. */
function addClauses(
  numbers: number[],
  precedents: Precedents,
  { words, clauses }: { words: readonly number[]; clauses: readonly (readonly number[])[] },
): void {
  let [leastRight, mostRight, mostHalf, mostWrong] = [1, 0, 0, 0]
  let [wrongOverRight, halfOverRight] = [-1, -1]
  for (const clause of clauses) {
    const places = clause.map((at) => precedents.inClauses[words[at] ?? -1] ?? -1)
    const { like, scale } = likenessTo(precedents.clauses, places)
    const nearest = [0, 0, 0]
    for (let at = 0; at < like.length; at++) {
      const one = like[at] ?? 0
      if (one === 0) continue
      const mark = precedents.sortedClauses[at] ?? wrong
      if (one > (nearest[mark] ?? 0)) nearest[mark] = one
    }
    const [ofWrong = 0, ofHalf = 0, ofRight = 0] = nearest.map((one) => one * scale)
    leastRight = Math.min(leastRight, ofRight)
    mostRight = Math.max(mostRight, ofRight)
    mostHalf = Math.max(mostHalf, ofHalf)
    mostWrong = Math.max(mostWrong, ofWrong)
    wrongOverRight = Math.max(wrongOverRight, ofWrong - ofRight)
    halfOverRight = Math.max(halfOverRight, ofHalf - ofRight)
  }
  numbers.push(leastRight, mostRight, mostHalf, mostWrong, wrongOverRight, halfOverRight, clauses.length)
}

/** What each word speaks for, and how many words no right answer has used. */
function addWords(
  numbers: number[],
  { odds, saidRightly }: Precedents,
  { words, places }: { words: readonly number[]; places: readonly number[] },
): void {
  let [rightHalf, rightWrong, halfWrong] = [0, 0, 0]
  const seen = new Uint8Array(saidRightly.length)
  for (const place of places) {
    if (place < 0 || seen[place] === 1) continue
    seen[place] = 1
    rightHalf += odds[place * 3] ?? 0
    rightWrong += odds[place * 3 + 1] ?? 0
    halfWrong += odds[place * 3 + 2] ?? 0
  }
  let known = 0
  for (const place of words) known += saidRightly[place] ?? 0
  numbers.push(rightHalf, rightWrong, halfWrong, known / words.length, words.length - known)
}
