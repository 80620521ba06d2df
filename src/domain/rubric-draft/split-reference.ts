import { readText } from '../rubric/text/read-text.ts'

export type Part = { text: string; worth: number }

// An answer may contain just one sentence of a model answer with several. It earns half of the score.
const sentenceWorth = 0.5

const fewestWords = 2

/** The model answer itself and, if it has several sentences or lines, each of them. */
export function splitReference(reference: string): Part[] {
  const whole = { text: reference, worth: 1 }
  const parts = reference
    .split(/(?<=[.;!?])\s+|\n/)
    .map((part) => part.trim())
    .filter((part) => readText(part).tokens.filter(({ word }) => !word.empty).length >= fewestWords)
  return parts.length < 2 ? [whole] : [whole, ...parts.map((text) => ({ text, worth: sentenceWorth }))]
}
