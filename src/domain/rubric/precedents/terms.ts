import type { Stance } from '../negation/negation.ts'
import type { ReadText } from '../text/token.ts'

/** The words of a text as 32-bit hashes, in the order of the text. */
export type Terms = {
  /** All content words. */
  words: number[]
  /** All pairs of consecutive content words. */
  pairs: number[]
  /** For each clause with content words, their indexes in `words`. */
  clauses: number[][]
}

/**
 * Content words are identified by their stems. A negated word is a different term, so "kept" and "not kept" have
 * nothing in common.
 */
export function termsOf(text: ReadText, stance: Stance): Terms {
  const words: number[] = []
  const pairs: number[] = []
  const clauses = new Map<number, number[]>()
  text.tokens.forEach(({ word }, at) => {
    if (word.empty || word.negator) return
    const denied = (stance.negation?.[at]?.length ?? 0) % 2 === 1
    const term = hashOf(word.stem, denied)
    const last = words.at(-1)
    if (last !== undefined) pairs.push(pairOf(last, term))
    const number = stance.clauses[at] ?? 0
    const clause = clauses.get(number)
    if (clause === undefined) clauses.set(number, [words.length])
    else clause.push(words.length)
    words.push(term)
  })
  return { words, pairs, clauses: [...clauses.values()] }
}

/** FNV-1a with a different initial value for negated words. */
function hashOf(word: string, denied: boolean): number {
  let hash = denied ? 0x1b873593 : 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash | 0
}

function pairOf(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x01000193) ^ second, 0x85ebca6b) | 0
}
