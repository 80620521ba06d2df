import type { ReadText, Token } from '../text/token.ts'
import { fractions, multipliers, smallNumbers } from './number-words.ts'
import { type Dimension, unitOf } from './units.ts'

/** A number in a text, from position `start` to before `end`. */
export type Quantity = {
  start: number
  end: number
  /** The number as it stands, without its unit: 30 in "30 minutes". */
  bare: number
  /** In the dimension's smallest unit: 1800 in "30 minutes". Without a dimension the same as `bare`. */
  value: number
  dimension: Dimension | undefined
  /** Of bytes: the value when a kilobyte is 1000 of them. */
  decimal?: number
  /** Written with a number (30, thirty), not only as "a minute". */
  explicit: boolean
  /** A misspelt unit, and what it was read as. */
  misread?: { token: Token; as: string }
}

type Numeral = { value: number; end: number; explicit: boolean }

const nothing: Quantity[] = []

/** All numbers of a text in order; one stretch may be read in two ways (1M is a million and a megabyte). */
export function readQuantities(text: ReadText): Quantity[] {
  const found: Quantity[] = []
  const { tokens } = text
  let at = 0
  while (at < tokens.length) {
    const here = tokens[at]?.word.number ? readQuantity(text, at) : nothing
    if (here.length === 0) at++
    else {
      found.push(...here)
      at = Math.max(at + 1, ...here.map((quantity) => quantity.end))
    }
  }
  return found.length > 1 ? [...found, ...borrowUnits(tokens, found), ...addUp(tokens, found)].sort(byPlace) : found
}

function byPlace(a: Quantity, b: Quantity): number {
  return a.start - b.start || a.end - b.end
}

function readQuantity(text: ReadText, start: number): Quantity[] {
  const { tokens, folded } = text
  const word = tokens[start]?.text ?? ''
  if (word === 'twice') return [{ start, end: start + 1, bare: 2, value: 2, dimension: 'x', explicit: true }]
  const numeral = readNumeral(tokens, start)
  if (numeral === undefined) return []
  const { value, end, explicit } = numeral
  const last = tokens[end - 1]
  const first = tokens[start]
  if (last === undefined || first === undefined) return []
  const plain: Quantity = { start, end, bare: value, value, dimension: undefined, explicit }
  if (folded.lower[first.from - 1] === '$') return [{ ...plain, dimension: '$' }]
  const sign = folded.lower[last.to]
  if (sign === '%') return [{ ...plain, dimension: '%' }]
  if (sign === '$') return [{ ...plain, dimension: '$' }]
  const next = near(tokens, end)
  if (next === undefined) return [plain]
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

function readNumeral(tokens: Token[], start: number): Numeral | undefined {
  const word = tokens[start]?.text ?? ''
  const fraction = fractions.get(word)
  if (fraction !== undefined) return readFraction(tokens, start + 1, fraction)
  if (word === 'a' || word === 'an') return readArticle(tokens, start)
  if (isDigits(word)) return readMultiplied(tokens, start + 1, Number(word.replaceAll(',', '')))
  return readWords(tokens, start)
}

function isDigits(word: string): boolean {
  const unit = word.charCodeAt(0)
  return unit >= 48 && unit <= 57 && /^\d[\d,]*(\.\d+)?$/.test(word)
}

/** "half a minute", "a quarter of an hour", "half minute": counts only before a unit. */
function readFraction(tokens: Token[], start: number, value: number): Numeral | undefined {
  let end = start
  if (near(tokens, end)?.text === 'of') end++
  const article = near(tokens, end)?.text
  if (article === 'a' || article === 'an') end++
  return isLongUnit(near(tokens, end)) ? { value, end, explicit: true } : undefined
}

function readArticle(tokens: Token[], start: number): Numeral | undefined {
  const next = near(tokens, start + 1)?.text ?? ''
  const fraction = fractions.get(next)
  if (fraction !== undefined) return readFraction(tokens, start + 2, fraction)
  if (next === 'dozen') return { value: 12, end: start + 2, explicit: true }
  if (multipliers.has(next) && next.length > 1) return readMultiplied(tokens, start + 1, 1)
  return isLongUnit(near(tokens, start + 1)) ? { value: 1, end: start + 1, explicit: false } : undefined
}

/** After "a" or "half a" only whole words are units: "a m" is none, nor is "a times". */
function isLongUnit(token: Token | undefined): boolean {
  const unit = token !== undefined && token.text.length > 2 ? unitOf(token) : undefined
  return unit !== undefined && unit.dimension !== 'x'
}

function readMultiplied(tokens: Token[], start: number, value: number): Numeral {
  const factor = multipliers.get(near(tokens, start)?.text ?? '')
  const whole =
    factor === undefined
      ? { value, end: start, explicit: true }
      : { value: value * factor, end: start + 1, explicit: true }
  const [and, a, half] = [near(tokens, whole.end), near(tokens, whole.end + 1), near(tokens, whole.end + 2)]
  const more = and?.text === 'and' && a?.text === 'a' && half?.text === 'half'
  return more ? { ...whole, value: whole.value + 0.5, end: whole.end + 3 } : whole
}

/** "five hundred and twelve", "twenty-four", "two thousand". */
function readWords(tokens: Token[], start: number): Numeral | undefined {
  let total = 0
  let current: number | undefined
  let end = start
  for (let at = start; at < tokens.length; at++) {
    const word = at === start ? tokens[at]?.text : near(tokens, at)?.text
    if (word === undefined) break
    const small = smallNumbers.get(word)
    const factor = multipliers.get(word)
    if (small !== undefined) {
      if (current !== undefined && !continues(current, small)) break
      current = (current ?? 0) + small
    } else if (factor !== undefined && (current !== undefined || at === start) && word.length > 1) {
      current ??= 1
      if (factor === 100) current *= factor
      else {
        total += current * factor
        current = 0
      }
    } else if (word === 'and' && (current ?? 0) >= 100 && smallNumbers.has(near(tokens, at + 1)?.text ?? '')) continue
    else break
    end = at + 1
  }
  return current === undefined ? undefined : readMultiplied(tokens, end, total + current)
}

function continues(current: number, small: number): boolean {
  if (current === 0) return true
  if (current % 100 === 0) return small > 0
  return small > 0 && small < 10 && current % 10 === 0 && current % 100 >= 20
}

/** The token at `at`, unless something more than a space or a hyphen stands before it. */
function near(tokens: Token[], at: number): Token | undefined {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined || token.sentence !== before?.sentence) return undefined
  return token.after === 'space' || token.after === 'joined' ? token : undefined
}

const unitCarriers = new Set(['or', 'to', 'and', 'through', 'until', 'up'])

/** "30 or 60 seconds", "20-30 s": the first number has the unit of the second. */
function borrowUnits(tokens: Token[], found: Quantity[]): Quantity[] {
  const borrowed: Quantity[] = []
  for (let i = found.length - 2; i >= 0; i--) {
    const [quantity, next] = [found[i], borrowed.at(-1)?.start === found[i + 1]?.start ? borrowed.at(-1) : found[i + 1]]
    if (quantity === undefined || next?.dimension === undefined || quantity.dimension !== undefined) continue
    if (next.dimension === '$' || next.bare === 0 || tokens[quantity.start]?.sentence !== tokens[next.start]?.sentence)
      continue
    const between = next.start - quantity.end
    const joins = between === 0 || (between === 1 && unitCarriers.has(tokens[quantity.end]?.text ?? ''))
    if (joins)
      borrowed.push({ ...quantity, value: quantity.bare * (next.value / next.bare), dimension: next.dimension })
  }
  return borrowed
}

/** "1 hour and 30 minutes", "1h30m": also one quantity. */
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
