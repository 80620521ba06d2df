import type { NumberRange } from '../pattern/pattern.ts'
import type { Lexicon } from '../spelling/lexicon.ts'
import { addOccurrence, type GatheredLeaves, occurrenceOf } from '../text/occurrence.ts'
import type { ReadText } from '../text/token.ts'
import { type Quantity, readQuantities } from './quantities.ts'

export function findNumbers(leaves: GatheredLeaves, lexicon: Lexicon, text: ReadText): void {
  const { tokens } = text
  const quantities = readQuantities(text)
  for (const [i, quantity] of quantities.entries()) {
    const [first, last] = [tokens[quantity.start], tokens[quantity.end - 1]]
    if (first === undefined || last === undefined) continue
    const next = quantities.slice(i + 1, i + 4).find((other) => other.start >= quantity.end && other.explicit)
    for (const { range, leaf } of lexicon.numbers) {
      if (!isInRange(quantity, range)) continue
      const occurrence = occurrenceOf(first, last, quantity.start, quantity.end, quantity.misread)
      addOccurrence(leaves, leaf, next === undefined ? occurrence : { ...occurrence, until: next.start })
    }
  }
}

function isInRange(quantity: Quantity, range: NumberRange): boolean {
  if (range.dimension === undefined) return quantity.explicit && isWithin(quantity.bare, range, range)
  if (range.dimension !== quantity.dimension) return false
  if (isWithin(quantity.value, range, range)) return true
  return (
    quantity.decimal !== undefined && range.decimal !== undefined && isWithin(quantity.decimal, range, range.decimal)
  )
}

function isWithin(
  value: number,
  { above, below }: NumberRange,
  { least, most }: { least: number; most: number },
): boolean {
  const slack = Math.abs(value) * 1e-9
  const enough = above ? value > least + slack : value >= least - slack
  return enough && (below ? value < most - slack : value <= most + slack)
}
