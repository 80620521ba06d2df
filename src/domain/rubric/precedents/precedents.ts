import { readStance } from '../negation/negation.ts'
import type { Verdict } from '../rubric.ts'
import { readText } from '../text/read-text.ts'
import { indexTerms, mostTexts, placeOf, type TermIndex } from './likeness.ts'
import { termsOf } from './terms.ts'

/** Answers to one question that people have sorted, ready to be compared with another answer. Immutable. */
export type Precedents = {
  /** The answers, grouped by mark. */
  answers: TermIndex
  /** Per answer, what it counts as: an index into `marks`. */
  sorted: Uint8Array
  /** Per mark, where its answers begin; then, where the last ones end. */
  starts: number[]
  /** The clauses of the answers, in the same order. */
  clauses: TermIndex
  clauseStarts: number[]
  /** Per term of `answers`: its index in `clauses`, or -1 for a pair of words. */
  inClauses: Int32Array
  /** Per term of `answers`: 1 if a right answer has it. */
  saidRightly: Uint8Array
  /**
   * Per term of `answers`: how strongly it suggests right over half right, right over wrong, and half right over wrong.
   */
  odds: Float32Array
}

export type SortedAnswer = { answer: string; verdict: Verdict }

export const marks = ['incorrect', 'partial', 'correct'] as const satisfies readonly Verdict[]
export const [wrong, half, right] = [0, 1, 2] as const

// Fewer say little: the weights were learned with about fifty per question.
const fewest = 24
const fewestOfEach = 5

// Sorting is work, so nobody has more; a file with more isn't worth more time.
const most = 1_000

/** Absent if too few answers were sorted to tell anything. */
export function compilePrecedents(examples: readonly SortedAnswer[]): Precedents | undefined {
  const known = examples.slice(0, Math.min(most, mostTexts))
  if (known.length < fewest) return undefined
  if (marks.some((mark) => known.filter(({ verdict }) => verdict === mark).length < fewestOfEach)) return undefined
  return indexPrecedents(known)
}

/** The same however few there are. */
export function indexPrecedents(known: readonly SortedAnswer[]): Precedents {
  const ordered = known.toSorted((one, other) => marks.indexOf(one.verdict) - marks.indexOf(other.verdict))
  const read = ordered.map(({ answer }) => {
    const text = readText(answer)
    return termsOf(text, readStance(text))
  })
  const sorted = Uint8Array.from(ordered, ({ verdict }) => marks.indexOf(verdict))
  const clauses = read.flatMap((terms, i) =>
    terms.clauses.map((clause) => ({ clause: clause.map((at) => terms.words[at] ?? 0), mark: sorted[i] ?? wrong })),
  )
  const answers = indexTerms(read.map(({ words, pairs }) => [...words, ...pairs]))
  const clauseIndex = indexTerms(clauses.map(({ clause }) => clause))
  return {
    answers,
    sorted,
    starts: startsOf(sorted),
    clauses: clauseIndex,
    clauseStarts: startsOf(clauses.map(({ mark }) => mark)),
    inClauses: answers.terms.map((term) => placeOf(clauseIndex, term)),
    saidRightly: Uint8Array.from(answers.terms, (_, term) => (has(answers, sorted, term, right) ? 1 : 0)),
    odds: oddsOf(answers, sorted),
  }
}

/** By marks in ascending order. */
function startsOf(sorted: ArrayLike<number>): number[] {
  const of = Array.from(sorted)
  return [wrong, half, right, right + 1].map((mark) => of.filter((one) => one < mark).length)
}

function has(index: TermIndex, sorted: Uint8Array, term: number, mark: number): boolean {
  return index.texts.subarray(index.starts[term], index.starts[term + 1]).some((text) => sorted[text] === mark)
}

/** Log-likelihoods as in naive Bayes, with half an answer added everywhere. */
function oddsOf(index: TermIndex, sorted: Uint8Array): Float32Array {
  const of = [wrong, half, right].map((mark) => sorted.filter((one) => one === mark).length)
  const odds = new Float32Array(index.terms.length * 3)
  for (let term = 0; term < index.terms.length; term++) {
    const count = [0, 0, 0]
    for (let at = index.starts[term] ?? 0; at < (index.starts[term + 1] ?? 0); at++) {
      const mark = sorted[index.texts[at] ?? 0] ?? wrong
      count[mark] = (count[mark] ?? 0) + 1
    }
    const likely = (mark: number): number => Math.log(((count[mark] ?? 0) + 0.5) / ((of[mark] ?? 0) + 1))
    const between = (one: number, other: number): number =>
      (count[one] ?? 0) + (count[other] ?? 0) === 0 ? 0 : likely(one) - likely(other)
    odds.set([between(right, half), between(right, wrong), between(half, wrong)], term * 3)
  }
  return odds
}
