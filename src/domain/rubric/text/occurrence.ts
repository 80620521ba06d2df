import type { CompiledSet } from '../compiled-pattern.ts'
import type { Token } from './token.ts'

/** An occurrence of a leaf in a text, from position `start` to before `end`. The two are equal for punctuation. */
export type Occurrence = {
  start: number
  end: number
  sentence: number
  from: number
  to: number
  /** A misspelled word in it, and the word it was read as. */
  misread: Misread | undefined
  /** For a number: where the next number begins, whose words must not be used ("25 MB, 20 connections"). */
  until?: number
  /** Set if the pattern also matches negated words. */
  anyway?: true
  /** The single occurrences, if a set matched several words together. */
  parts?: readonly Occurrence[]
}

export type Misread = { token: Token; as: string }

/** The occurrences of each leaf in the text, sorted by `start`, and of each set that was looked up. */
export type Leaves = {
  found: ReadonlyMap<number, readonly Occurrence[]>
  /** Per set, its parts that may match, given the found leaves. */
  called: readonly (readonly number[] | undefined)[]
  /** Caches for sets: all occurrences, and those that aren't negated. */
  blindSpans: Map<CompiledSet, readonly Occurrence[]>
  spans: Map<CompiledSet, readonly Occurrence[]>
}

export type GatheredLeaves = Map<number, Occurrence[]>

export function addOccurrence(leaves: GatheredLeaves, leaf: number, occurrence: Occurrence): void {
  const known = leaves.get(leaf)
  if (known === undefined) leaves.set(leaf, [occurrence])
  else if (known.at(-1)?.start !== occurrence.start || known.at(-1)?.end !== occurrence.end) known.push(occurrence)
}

export function occurrenceOf(first: Token, last: Token, start: number, end: number, misread?: Misread): Occurrence {
  return { start, end, sentence: first.sentence, from: first.from, to: last.to, misread }
}
