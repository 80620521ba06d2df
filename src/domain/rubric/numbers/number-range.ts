import type { NumberRange } from '../pattern/pattern.ts'
import type { ReadText } from '../text/token.ts'
import { type Quantity, readQuantities } from './quantities.ts'
import { rateAt } from './rates.ts'

export type Sign = '>' | '>=' | '<' | '<='

function rangeOf(quantity: Quantity): NumberRange {
  const range = rangeBetween(quantity, quantity)
  return quantity.version === undefined || quantity.dimension !== undefined
    ? range
    : { ...range, version: quantity.version }
}

/** The range of `=20`: this number without a unit. Undefined if the words aren't such a number. */
export function unitlessRange(text: ReadText): NumberRange | undefined {
  const [quantity, ...others] = readQuantities(text)
  if (quantity === undefined || others.length > 0 || !quantity.explicit || quantity.dimension !== undefined)
    return undefined
  return quantity.end === text.tokens.length ? { ...rangeOf(quantity), unitless: true } : undefined
}

/** The range of a comparison such as `>= 30 s`. */
export function rangeFrom(sign: Sign, quantity: Quantity): NumberRange {
  const { least, decimal, ...range } = rangeOf(quantity)
  const above = sign.startsWith('>')
  const open = (value: number): { least: number; most: number } =>
    above ? { least: value, most: Number.POSITIVE_INFINITY } : { least: Number.NEGATIVE_INFINITY, most: value }
  const strict = sign === '>' || sign === '<'
  return {
    ...range,
    ...open(least),
    above: above && strict,
    below: !above && strict,
    ...(decimal === undefined ? {} : { decimal: open(decimal.least) }),
  }
}

/** Reads a number or a range ("20-30 s") of a pattern at this position, and returns the position after it. */
export function readRange(
  text: ReadText,
  quantities: readonly Quantity[],
  start: number,
): { range: NumberRange; end: number } | undefined {
  const here = quantities.filter((quantity) => quantity.start === start && quantity.explicit)
  const longest = Math.max(...here.map((quantity) => quantity.end))
  const first = here.find((quantity) => quantity.end === longest)
  if (first === undefined) return undefined
  const second = quantities.find((quantity) => quantity.start === first.end && isDashed(text, first.end))
  // 2022-11-28 is three numbers, not a range.
  if (second === undefined || isDashed(text, second.end)) return withRate(text, rangeOf(first), first.end)
  const low = here.find((quantity) => quantity.dimension === second.dimension) ?? first
  return withRate(text, rangeBetween(low, second), second.end)
}

/** Adds the rate that follows the range, if there is one. */
export function withRate(text: ReadText, range: NumberRange, end: number): { range: NumberRange; end: number } {
  const found = rateAt(text, end)
  return found === undefined ? { range, end } : { range: { ...range, per: found.rate }, end: found.end }
}

function isDashed(text: ReadText, at: number): boolean {
  const [before, after] = [text.tokens[at - 1], text.tokens[at]]
  if (before === undefined || after === undefined || before.chunk !== after.chunk) return false
  return /^[-–]$/.test(text.folded.lower.slice(before.to, after.from))
}

function rangeBetween(a: Quantity, b: Quantity): NumberRange {
  const measure = (quantity: Quantity): number => (b.dimension === undefined ? quantity.bare : quantity.value)
  const decimals = [a.decimal, b.decimal].filter((value) => value !== undefined)
  return {
    dimension: b.dimension,
    least: Math.min(measure(a), measure(b)),
    most: Math.max(measure(a), measure(b)),
    above: false,
    below: false,
    ...(decimals.length === 2 ? { decimal: { least: Math.min(...decimals), most: Math.max(...decimals) } } : {}),
  }
}
