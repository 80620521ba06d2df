import type { ReadText, Token } from '../text/token.ts'
import { fractionSigns, fractions, multipliers, smallNumbers } from './number-words.ts'
import { unitOf } from './units.ts'

export type Numeral = {
  value: number
  end: number
  /** Whether it is written as a number (30, thirty), not only as "a minute". */
  explicit: boolean
  /** A share of the whole: "half of them". */
  share?: true
  /** Set if it is written like a version, in which a final zero matters: 3.10. */
  version?: string
}

const none: readonly Numeral[] = []

/** All readings of the number that begins here. For example, 30,60 is two numbers or 30.6, and 4.500 is 4.5 or 4500. */
export function readNumerals(text: ReadText, start: number): readonly Numeral[] {
  const { tokens } = text
  const word = tokens[start]?.text ?? ''
  if (isDigits(word)) return readDigits(text, start, word)
  const numeral = readSpelled(tokens, start, word)
  return numeral === undefined ? none : [numeral]
}

function readSpelled(tokens: Token[], start: number, word: string): Numeral | undefined {
  const fraction = fractions.get(word)
  if (fraction !== undefined) return readFraction(tokens, start + 1, fraction)
  if (word === 'a' || word === 'an') return readArticle(tokens, start)
  const sign = fractionSigns.get(word)
  if (sign !== undefined) return { value: sign, end: start + 1, explicit: true }
  return readWords(tokens, start)
}

const digits = /^\d[\d,'_]*(\.\d+)?$/
const points = /^[1-9]\d{0,2}(\.\d{3})+$/
const version = /^[1-9]\d?\.[1-9]0$/

function isDigits(word: string): boolean {
  const unit = word.charCodeAt(0)
  return unit >= 48 && unit <= 57 && (digits.test(word) || points.test(word))
}

function readDigits(text: ReadText, start: number, word: string): readonly Numeral[] {
  const { tokens } = text
  const halved = readSlashed(text, start, word)
  if (halved !== undefined) return [halved]
  const grouped = readGroups(text, start, word)
  const plain = Number((grouped?.digits ?? word).replaceAll(/[,'_]/g, ''))
  const end = grouped?.end ?? start + 1
  const all: Numeral[] = []
  if (!Number.isNaN(plain)) {
    const sign = fractionSigns.get(near(tokens, end)?.text ?? '')
    if (sign !== undefined) return [{ value: plain + sign, end: end + 1, explicit: true }]
    const read = readMultiplied(tokens, end, plain)
    all.push(version.test(word) && read.end === end ? { ...read, version: word } : read)
  }
  if (points.test(word)) all.push(readMultiplied(tokens, end, Number(word.replaceAll('.', ''))))
  const decimal = readDecimalComma(text, start, word)
  if (decimal === undefined) return all
  const measured = decimal.end > start + 2 || unitOf(near(tokens, decimal.end)) !== undefined
  return measured ? [decimal] : [...all, decimal]
}

// Sizes of memory, because "2 512 MB dynos" isn't 2512.
const sizes = new Set(['128', '256', '512'])

/** Groups of three digits with one space between: "4 500", "30 000". */
function readGroups({ tokens }: ReadText, start: number, word: string): { digits: string; end: number } | undefined {
  if (!/^[1-9]\d{0,2}$/.test(word)) return undefined
  let whole = word
  let end = start + 1
  for (;;) {
    const [before, next] = [tokens[end - 1], near(tokens, end)]
    if (before === undefined || next === undefined || next.from !== before.to + 1) break
    if (!/^\d{3}$/.test(next.text) || sizes.has(next.text)) break
    whole += next.text
    end++
  }
  return end === start + 1 ? undefined : { digits: whole, end }
}

/** Decimal commas, as in much of Europe: "1,0 GB", "4,5k". */
function readDecimalComma({ tokens, folded }: ReadText, start: number, word: string): Numeral | undefined {
  const [first, next] = [tokens[start], tokens[start + 1]]
  if (first === undefined || next === undefined || !/^\d+$/.test(word) || !/^\d+$/.test(next.text)) return undefined
  if (next.from !== first.to + 1 || folded.lower[first.to] !== ',') return undefined
  return readMultiplied(tokens, start + 2, Number(`${word}.${next.text}`))
}

/** Fractions with a slash: "1/2 minute", "3/4 of an hour". Without a unit, a slash has another meaning. */
function readSlashed({ tokens, folded }: ReadText, start: number, word: string): Numeral | undefined {
  const [first, next] = [tokens[start], tokens[start + 1]]
  if (first === undefined || next === undefined || !/^\d$/.test(word) || !/^\d$/.test(next.text)) return undefined
  if (next.from !== first.to + 1 || folded.lower[first.to] !== '/' || word >= next.text) return undefined
  return readFraction(tokens, start + 2, Number(word) / Number(next.text), false)
}

/** "half a minute", "a quarter of an hour", "half minute". Without a unit, it is a share of something. */
function readFraction(tokens: Token[], start: number, value: number, shares = true): Numeral | undefined {
  let end = start
  const of = near(tokens, end)?.text === 'of'
  if (of) end++
  const article = near(tokens, end)?.text
  if (article === 'a' || article === 'an') end++
  if (isLongUnit(near(tokens, end))) return { value, end, explicit: true }
  if (!shares || (value !== 0.5 && !of)) return undefined
  return { value: value * 100, end: start, explicit: false, share: true }
}

function readArticle(tokens: Token[], start: number): Numeral | undefined {
  const next = near(tokens, start + 1)?.text ?? ''
  const fraction = fractions.get(next)
  if (fraction !== undefined) return readFraction(tokens, start + 2, fraction)
  const some = aFew.get(next)
  if (some !== undefined) {
    const end = start + (near(tokens, start + 2)?.text === 'of' ? 3 : 2)
    return { value: some, end, explicit: true }
  }
  if (multipliers.has(next) && next.length > 1) return readMultiplied(tokens, start + 1, 1)
  return isLongUnit(near(tokens, start + 1)) ? { value: 1, end: start + 1, explicit: false } : undefined
}

const aFew = new Map([
  ['dozen', 12],
  ['couple', 2],
])

/** After "a" or "half a", only whole words are units: not "a m" or "a times". */
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

/** The token at `at`, unless there is more than a space or a hyphen before it. */
export function near(tokens: readonly Token[], at: number): Token | undefined {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined || token.sentence !== before?.sentence) return undefined
  return token.after === 'space' || token.after === 'joined' ? token : undefined
}
