import type { ReadText, Token } from '../text/token.ts'
import { type Numeral, near, readNumerals } from './numerals.ts'
import { isSlashed } from './rates.ts'
import { type Dimension, unitOf } from './units.ts'

/** A number in a text, from position `start` to before `end`. */
export type Quantity = {
  start: number
  end: number
  /** The number without its unit: 30 in "30 minutes". */
  bare: number
  /** In the dimension's smallest unit: 1800 in "30 minutes". Without a dimension, it equals `bare`. */
  value: number
  dimension: Dimension | undefined
  /** For bytes: the value if a kilobyte has 1000 bytes. */
  decimal?: number
  /** Whether it is written as a number (30, thirty), not only as "a minute". */
  explicit: boolean
  /** A misspelled unit, and the unit it was read as. */
  misread?: { token: Token; as: string }
  /** Set if it is written like a version, in which a final zero matters: 3.10. */
  version?: string
  /** Set if the number also has a reading with the unit of the next number: "30 or 60 seconds". */
  lent?: true
}

const nothing: Quantity[] = []

/** All numbers of a text in order. A span can have two readings (1M is a million and a megabyte). */
export function readQuantities(text: ReadText): Quantity[] {
  const found: Quantity[] = []
  const { tokens } = text
  let at = 0
  while (at < tokens.length) {
    const here = tokens[at]?.word.number ? readQuantity(text, at) : nothing
    if (here.length === 0) at++
    else {
      found.push(...here)
      at = Math.max(at + 1, Math.min(...here.map((quantity) => quantity.end)))
    }
  }
  return found.length > 1 ? [...found, ...borrowUnits(tokens, found), ...addUp(tokens, found)].sort(byPlace) : found
}

function byPlace(a: Quantity, b: Quantity): number {
  return a.start - b.start || a.end - b.end
}

const timesSign = /^x\d/

function readQuantity(text: ReadText, start: number): Quantity[] {
  const word = text.tokens[start]?.text ?? ''
  if (word === 'twice') return [{ start, end: start + 1, bare: 2, value: 2, dimension: 'x', explicit: true }]
  if (timesSign.test(word)) {
    const value = Number(word.slice(1))
    return [{ start, end: start + 1, bare: value, value, dimension: 'x', explicit: true }]
  }
  return readNumerals(text, start).flatMap((numeral) => measure(text, start, numeral))
}

function measure({ tokens, folded }: ReadText, start: number, numeral: Numeral): Quantity[] {
  const { value, end, explicit, share, version } = numeral
  const last = tokens[end - 1]
  const first = tokens[start]
  if (last === undefined || first === undefined) return []
  const plain: Quantity = {
    start,
    end,
    bare: value,
    value,
    dimension: share ? '%' : undefined,
    explicit,
    ...(version === undefined ? {} : { version }),
  }
  const sign = signAfter(folded.lower, last.to) ?? signsBefore.get(folded.lower.charAt(first.from - 1))
  if (share) return [plain]
  if (sign !== undefined) return [{ ...plain, dimension: sign }]
  const next = near(tokens, end)
  if (next === undefined || isSlashed(folded.lower, next)) return [plain]
  if (next.text === 'per' && near(tokens, end + 1)?.text === 'cent') return [{ ...plain, end: end + 2, dimension: '%' }]
  const unit = unitOf(next)
  if (unit === undefined) return [plain]
  const { size, dimension, decimal, readAs } = unit
  const measured = {
    ...plain,
    end: end + 1,
    value: value * size,
    dimension,
    ...(decimal === undefined ? {} : { decimal: value * decimal }),
    ...(readAs === undefined ? {} : { misread: { token: next, as: readAs } }),
  }
  if (next.text !== 'm' || folded.cased[next.from] !== 'M') return [measured]
  const million = { ...measured, bare: value * 1e6, value: value * 1e6, dimension: undefined }
  return [{ ...measured, value: value * 1024 ** 2, decimal: value * 1e6, dimension: 'B' as const }, million]
}

const signsBefore: ReadonlyMap<string, Dimension> = new Map([
  ['$', '$'],
  ['×', 'x'],
])

function signAfter(lower: string, at: number): Dimension | undefined {
  if (lower[at] === '$') return '$'
  const sign = lower.charAt(lower[at] === ' ' ? at + 1 : at)
  return sign === '%' ? '%' : sign === '×' ? 'x' : undefined
}

const unitCarriers = new Set(['or', 'to', 'and', 'through', 'until', 'up'])

/** Gives the first number the unit of the second: "30 or 60 seconds", "20-30 s". */
function borrowUnits(tokens: Token[], found: Quantity[]): Quantity[] {
  const borrowed: Quantity[] = []
  for (let i = found.length - 2; i >= 0; i--) {
    const [quantity, next] = [found[i], borrowed.at(-1)?.start === found[i + 1]?.start ? borrowed.at(-1) : found[i + 1]]
    if (quantity === undefined || next?.dimension === undefined || quantity.dimension !== undefined) continue
    if (next.dimension === '$' || next.bare === 0 || tokens[quantity.start]?.sentence !== tokens[next.start]?.sentence)
      continue
    const between = next.start - quantity.end
    const joins = between === 0 || (between === 1 && unitCarriers.has(tokens[quantity.end]?.text ?? ''))
    if (!joins) continue
    borrowed.push({ ...quantity, value: quantity.bare * (next.value / next.bare), dimension: next.dimension })
    // "20 and 1 GB" may be two things, of which the first has no unit.
    if (tokens[quantity.end]?.text !== 'and') quantity.lent = true
  }
  return borrowed
}

/** Adds the combined quantity for "1 hour and 30 minutes" or "1h30m". */
function addUp(tokens: Token[], found: Quantity[]): Quantity[] {
  const sums: Quantity[] = []
  for (let i = 0; i + 1 < found.length; i++) {
    const [big, small] = [found[i], found[i + 1]]
    if (big?.dimension !== 's' || small?.dimension !== 's' || small.value >= big.value / big.bare) continue
    const between = small.start - big.end
    if (between > 1 || (between === 1 && tokens[big.end]?.text !== 'and')) continue
    const value = big.value + small.value
    sums.push({ start: big.start, end: small.end, bare: value, value, dimension: 's', explicit: true })
  }
  return sums
}
