import type { ReadText } from '../text/token.ts'
import type { Negation, Stance } from './negation.ts'

/** In other languages, only punctuation ends a clause, and only the pack's negation words negate. */
export function readPlainStance({ tokens }: ReadText): Stance {
  const clauses: number[] = []
  const reach: number[][] = []
  let number = -1
  let active: number[] = []
  tokens.forEach((token, at) => {
    if (token.sentence !== tokens[at - 1]?.sentence || token.after === 'comma' || token.after === 'break') {
      number += 1
      active = []
    }
    clauses.push(number)
    reach.push(active)
    if (token.word.negator) active = [at]
  })
  const negation: Negation | undefined = tokens.some(({ word }) => word.negator) ? reach : undefined
  return { clauses, negation, rejected: undefined, aside: new Uint8Array(tokens.length), options: [], bare: [] }
}
