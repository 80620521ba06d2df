import { readStance } from '../negation/negation.ts'
import type { Verdict } from '../rubric.ts'
import { readText } from '../text/read-text.ts'
import { indexTerms, mostTexts, placeOf, type TermIndex } from './likeness.ts'
import { type Terms, termsOf } from './terms.ts'

/** The labeled answers to one question, ready to be compared with another answer. Immutable. */
export type Precedents = {
  /** The answers, grouped by label. */
  answers: TermIndex
  /** The label of each answer as an index into `marks`. */
  sorted: Uint8Array
  /** Where the answers of each label begin, with one additional element for the end. */
  starts: number[]
  /** The clauses of the answers, in the same order. */
  clauses: TermIndex
  clauseStarts: number[]
  /** For each term of `answers`, its index in `clauses`, or -1 for a pair of words. */
  inClauses: Int32Array
  /** For each term of `answers`, 1 if a correct answer contains it. */
  saidRightly: Uint8Array
  /**
   * For each term of `answers`, the log-odds of correct against partial, correct against incorrect, and partial against
   * incorrect.
   */
  odds: Float32Array
}

export type SortedAnswer = { answer: string; verdict: Verdict }

/** A sorted answer whose text was read. */
export type ReadAnswer = { terms: Terms; verdict: Verdict }

export const marks = ['incorrect', 'partial', 'correct'] as const satisfies readonly Verdict[]
export const [wrong, half, right] = [0, 1, 2] as const

// Fewer aren't reliable: the weights were learned with about fifty answers per question.
const fewest = 24
const fewestOfEach = 5

// Limits the processing time. Authors don't label more answers than this.
const most = 1_000

/** Returns undefined if there are too few labeled answers. */
export function compilePrecedents(examples: readonly SortedAnswer[]): Precedents | undefined {
  const known = examples.slice(0, Math.min(most, mostTexts))
  if (known.length < fewest) return undefined
  if (marks.some((mark) => known.filter(({ verdict }) => verdict === mark).length < fewestOfEach)) return undefined
  return indexPrecedents(known.map(readSorted))
}

/** Works for any number of answers. */
export function indexPrecedents(known: readonly ReadAnswer[]): Precedents {
  const ordered = known.toSorted((one, other) => marks.indexOf(one.verdict) - marks.indexOf(other.verdict))
  const read = ordered.map(({ terms }) => terms)
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

export function readSorted({ answer, verdict }: SortedAnswer): ReadAnswer {
  return { terms: readTerms(answer), verdict }
}

export function readTerms(text: string): Terms {
  const read = readText(text)
  return termsOf(read, readStance(read))
}

function startsOf(sorted: ArrayLike<number>): number[] {
  const of = Array.from(sorted)
  return [wrong, half, right, right + 1].map((mark) => of.filter((one) => one < mark).length)
}

function has(index: TermIndex, sorted: Uint8Array, term: number, mark: number): boolean {
  return index.texts.subarray(index.starts[term], index.starts[term + 1]).some((text) => sorted[text] === mark)
}

/** Log-likelihood ratios as in naive Bayes, with a pseudocount of one half. */
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
