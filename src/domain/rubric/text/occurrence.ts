import type { CompiledSet } from '../compiled-pattern.ts'
import type { Token } from './token.ts'

/** A leaf that stands in a text, from position `start` to before `end` (the same for bare punctuation). */
export type Occurrence = {
  start: number
  end: number
  sentence: number
  /** Where it stands in the folded text. */
  from: number
  to: number
  /** A misspelt word in it, and the word it was read as. */
  misread: Misread | undefined
  /** Of a number: where the next number begins, which has its own words after it ("25 MB, 20 connections"). */
  until?: number
  /** The pattern lets it count even where it is denied. */
  anyway?: true
  /** Of several words that a set found together: each of them. */
  parts?: readonly Occurrence[]
}

export type Misread = { token: Token; as: string }

/** Where each leaf stands that the text holds, ordered by `start`, and where each set that was asked for holds. */
export type Leaves = {
  found: ReadonlyMap<number, readonly Occurrence[]>
  /** Per set, parts of it that the leaves found may make hold. */
  called: readonly (readonly number[] | undefined)[]
  /** Of sets, once they were asked for: every place, and places that nothing denies. */
  blindSpans: Map<CompiledSet, readonly Occurrence[]>
  spans: Map<CompiledSet, readonly Occurrence[]>
}

/** The leaves while they are being gathered. */
export type GatheredLeaves = Map<number, Occurrence[]>

export function addOccurrence(leaves: GatheredLeaves, leaf: number, occurrence: Occurrence): void {
  const known = leaves.get(leaf)
  if (known === undefined) leaves.set(leaf, [occurrence])
  else if (known.at(-1)?.start !== occurrence.start || known.at(-1)?.end !== occurrence.end) known.push(occurrence)
}

export function occurrenceOf(first: Token, last: Token, start: number, end: number, misread?: Misread): Occurrence {
  return { start, end, sentence: first.sentence, from: first.from, to: last.to, misread }
}
