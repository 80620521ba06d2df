import { likenessTo, placeOf, type TermIndex } from './likeness.ts'
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
  const like = likenessTo(precedents.answers, terms.whole)
  const numbers = [score]
  for (const mark of [right, half, wrong]) numbers.push(nearThree(like, precedents.sorted, mark))
  addNeighbors(numbers, like, precedents.sorted)
  addClauses(numbers, precedents, terms.clauses)
  addWords(numbers, precedents, terms)
  return numbers
}

/** The mean likeness of the nearest three answers of a mark. */
function nearThree(like: Float32Array, sorted: Uint8Array, mark: number): number {
  let [first, second, third] = [0, 0, 0]
  for (let at = 0; at < like.length; at++) {
    if (sorted[at] !== mark) continue
    const one = like[at] ?? 0
    if (one <= third) continue
    third = one
    if (third > second) [second, third] = [third, second]
    if (second > first) [first, second] = [second, first]
  }
  return (first + second + third) / 3
}

const most = 7

// Where nothing is alike, all count the same.
const little = 1e-6

/** Shares that are right and half right of the nearest seven and of the nearest three, each by the square of its likeness. */
function addNeighbors(numbers: number[], like: Float32Array, sorted: Uint8Array): void {
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
      sums[mark] = (sums[mark] ?? 0) + (like[at] ?? 0) ** 2 + little
    }
    const all = (sums[right] ?? 0) + (sums[half] ?? 0) + (sums[wrong] ?? 0)
    numbers.push(all === 0 ? 0 : (sums[right] ?? 0) / all, all === 0 ? 0 : (sums[half] ?? 0) / all)
  }
}

function likeAt(like: Float32Array, at: number | undefined): number {
  return at === undefined || at < 0 ? -1 : (like[at] ?? 0)
}

/** A right answer has no clause that only wrong ones say. */
function addClauses(numbers: number[], precedents: Precedents, clauses: readonly (readonly number[])[]): void {
  let [leastRight, mostRight, mostHalf, mostWrong] = [1, 0, 0, 0]
  let [wrongOverRight, halfOverRight] = [-1, -1]
  for (const clause of clauses) {
    const like = likenessTo(precedents.clauses, clause)
    const nearest = [0, 0, 0]
    for (let at = 0; at < like.length; at++) {
      const mark = precedents.sortedClauses[at] ?? wrong
      if ((like[at] ?? 0) > (nearest[mark] ?? 0)) nearest[mark] = like[at] ?? 0
    }
    const [ofWrong = 0, ofHalf = 0, ofRight = 0] = nearest
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
function addWords(numbers: number[], { answers, sorted, odds }: Precedents, { whole, clauses }: Terms): void {
  let [rightHalf, rightWrong, halfWrong] = [0, 0, 0]
  for (const term of new Set(whole)) {
    const place = placeOf(answers, term)
    if (place < 0) continue
    rightHalf += odds[place * 3] ?? 0
    rightWrong += odds[place * 3 + 1] ?? 0
    halfWrong += odds[place * 3 + 2] ?? 0
  }
  let [words, known] = [0, 0]
  for (const clause of clauses) {
    words += clause.length
    for (const term of clause) if (isSaidRightly(answers, sorted, term)) known++
  }
  numbers.push(rightHalf, rightWrong, halfWrong, known / words, words - known)
}

function isSaidRightly(answers: TermIndex, sorted: Uint8Array, term: number): boolean {
  const place = placeOf(answers, term)
  if (place < 0) return false
  const end = answers.starts[place + 1] ?? 0
  for (let at = answers.starts[place] ?? 0; at < end; at++) if (sorted[answers.texts[at] ?? 0] === right) return true
  return false
}
