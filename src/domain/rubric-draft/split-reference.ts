import { readText } from '../rubric/text/read-text.ts'

/** A text to match, and the score that matching it is worth. */
export type Part = { text: string; worth: number }

// One sentence of several may be all that an answer says; it is worth half of the whole.
const sentenceWorth = 0.5

const fewestWords = 2

/** The model answer itself, and where it has several sentences or lines, each of those. */
export function splitReference(reference: string): Part[] {
  const whole = { text: reference, worth: 1 }
  const parts = reference
    .split(/(?<=[.;!?])\s+|\n/)
    .map((part) => part.trim())
    .filter((part) => readText(part).tokens.filter(({ word }) => !word.empty).length >= fewestWords)
  return parts.length < 2 ? [whole] : [whole, ...parts.map((text) => ({ text, worth: sentenceWorth }))]
}
