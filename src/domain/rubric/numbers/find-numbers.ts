import type { NumberRange } from '../pattern/pattern.ts'
import type { Lexicon } from '../spelling/lexicon.ts'
import { addOccurrence, type GatheredLeaves, occurrenceOf } from '../text/occurrence.ts'
import type { ReadText } from '../text/token.ts'
import { type Quantity, readQuantities } from './quantities.ts'
import { rateOf } from './rates.ts'

export function findNumbers(leaves: GatheredLeaves, lexicon: Lexicon, text: ReadText): void {
  const { tokens } = text
  const quantities = readQuantities(text)
  for (const [i, quantity] of quantities.entries()) {
    const [first, last] = [tokens[quantity.start], tokens[quantity.end - 1]]
    if (first === undefined || last === undefined) continue
    const next = quantities.slice(i + 1, i + 4).find((other) => other.start >= quantity.end && other.explicit)
    for (const { range, leaf } of lexicon.numbers) {
      if (!isInRange(quantity, range)) continue
      const end = endWithRate(text, quantity, range)
      const lastOfAll = tokens[(end ?? 0) - 1]
      if (end === undefined || lastOfAll === undefined) continue
      const occurrence = occurrenceOf(first, lastOfAll, quantity.start, end, quantity.misread)
      addOccurrence(
        leaves,
        leaf,
        next === undefined || next.start < end ? occurrence : { ...occurrence, until: next.start },
      )
    }
  }
}

/** Where the number ends, including its rate if one is required. Undefined if its rate differs. */
function endWithRate(text: ReadText, { start, end }: Quantity, { per }: NumberRange): number | undefined {
  if (per === undefined) return end
  const found = rateOf(text, start, end)
  if (found?.rate !== per) return undefined
  return Math.max(end, found.end)
}

function isInRange(quantity: Quantity, range: NumberRange): boolean {
  if (range.dimension === undefined) return quantity.explicit && isBareInRange(quantity, range)
  if (range.dimension !== quantity.dimension) return false
  if (isWithin(quantity.value, range, range)) return true
  return (
    quantity.decimal !== undefined && range.decimal !== undefined && isWithin(quantity.decimal, range, range.decimal)
  )
}

function isBareInRange(quantity: Quantity, range: NumberRange): boolean {
  if (range.unitless && (quantity.dimension !== undefined || quantity.lent)) return false
  const version = quantity.version ?? range.version
  if (version === undefined || quantity.dimension !== undefined) return isWithin(quantity.bare, range, range)
  const written = (value: number): string => range.version ?? String(value)
  const asked = range.least === range.most || Number.isFinite(range.least) ? range.least : range.most
  const order = compareVersions(quantity.version ?? String(quantity.bare), written(asked))
  if (range.least === range.most) return order === 0
  if (Number.isFinite(range.least) && Number.isFinite(range.most)) return isWithin(quantity.bare, range, range)
  if (order === 0) return !range.above && !range.below
  return Number.isFinite(range.least) ? order > 0 : order < 0
}

/** Compares versions, in which 3.10 is more than 3.9. */
function compareVersions(one: string, other: string): number {
  const [major = 0, minor = 0] = one.split('.').map(Number)
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number)
  return major - otherMajor || minor - otherMinor
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
