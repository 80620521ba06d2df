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
}

export type Misread = { token: Token; as: string }

/** Per leaf, where it stands, ordered by `start`; absent for leaves that the text does not hold. */
export type Leaves = readonly (readonly Occurrence[] | undefined)[]

/** The same while they are being gathered. */
export type GatheredLeaves = (Occurrence[] | undefined)[]

export function addOccurrence(leaves: GatheredLeaves, leaf: number, occurrence: Occurrence): void {
  const known = leaves[leaf]
  if (known === undefined) leaves[leaf] = [occurrence]
  else if (known.at(-1)?.start !== occurrence.start || known.at(-1)?.end !== occurrence.end) known.push(occurrence)
}

export function occurrenceOf(first: Token, last: Token, start: number, end: number, misread?: Misread): Occurrence {
  return { start, end, sentence: first.sentence, from: first.from, to: last.to, misread }
}
