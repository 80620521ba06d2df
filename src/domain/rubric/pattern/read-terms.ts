import { rangeFrom, type Sign, unitlessRange, withRate } from '../numbers/number-range.ts'
import { readQuantities } from '../numbers/quantities.ts'
import type { PlainReading } from '../text/plain-reading.ts'
import { hyphenated, plainTerms } from '../text/plain-terms.ts'
import { readText } from '../text/read-text.ts'
import type { RowItem, Syntax } from './pattern.ts'

/** Throws an error with the position `at` and the expected syntax. */
export type Fail = (at: number, expected: string) => never

/**
 * Reads the terms of a pattern from `start` to the next bracket or operator: plain words, numbers with their units,
 * `=exact`, `pre*` and comparisons, each optionally followed by `?`.
 */
export function readTerms(
  pattern: string,
  start: number,
  fail: Fail,
  plain?: PlainReading,
): { terms: RowItem[]; end: number } {
  const terms: RowItem[] = []
  let run = start
  let at = start
  const endRun = (): void => {
    terms.push(...plainTerms(pattern.slice(run, at), plain))
  }
  while (at < pattern.length) {
    const end = stretchEnd(pattern, at)
    if (isBetween(pattern, at)) at++
    else if (end === at || pattern[at] === '@' || pattern[at] === '~') {
      if (pattern[at] === '"') fail(at, 'no quotes: put adjacent words in [ ]')
      break
    } else if (comparison.test(pattern.slice(at, end))) {
      endRun()
      const compared = readComparison(pattern, at, fail)
      terms.push(compared.term)
      at = compared.end
      run = at
    } else if (marked.test(pattern.slice(at, end))) {
      endRun()
      terms.push(markedTerm(pattern.slice(at, end), at, fail, plain))
      at = end
      run = at
    } else at = end
  }
  endRun()
  return { terms, end: at }
}

// Plain text ends at spaces and at all characters with a meaning in the language.
const stop = /[()[\]|&`"\s]|\.\.\.|…/
const comparison = /^(>=|<=|>|<|≥|≤)/
const marked = /^=.|^[^*]+\*\??$|\?$/su

function stretchEnd(pattern: string, start: number): number {
  const found = stop.exec(pattern.slice(start))
  return found ? start + found.index : pattern.length
}

/** Commas in a pattern have no meaning, just as in an answer. */
function isBetween(pattern: string, at: number): boolean {
  return /[\s,;]/.test(pattern.charAt(at))
}

function markedTerm(raw: string, start: number, fail: Fail, plain: PlainReading | undefined): RowItem {
  const optional = raw.endsWith('?')
  const text = optional ? raw.slice(0, -1) : raw
  if (text === '' || text === '=' || text === '*') fail(start, 'a word before the "?"')
  if (text.startsWith('=')) return { part: exactWord(text.slice(1), plain), optional }
  if (text.endsWith('*')) return { part: prefix(text.slice(0, -1), start, fail, plain), optional }
  const terms = plainTerms(text, plain)
  const [only] = terms
  if (only === undefined) fail(start, 'a word before the "?"')
  return { part: terms.length === 1 ? only.part : { kind: 'row', gap: 'near', items: [...terms] }, optional }
}

function exactWord(text: string, plain: PlainReading | undefined): Syntax {
  const read = readText(text, plain)
  const { tokens } = read
  const range = unitlessRange(read)
  if (range !== undefined) return { kind: 'number', range }
  if (tokens.length === 0 || tokens.some((token) => token.code)) return { kind: 'code', text, anyCase: true }
  return hyphenated(tokens, (part) => ({ kind: 'exact', text: part }))
}

function prefix(text: string, start: number, fail: Fail, plain: PlainReading | undefined): Syntax {
  const { tokens } = readText(text, plain)
  const [only] = tokens
  if (only === undefined || tokens.length !== 1) fail(start, 'one word before the "*"')
  return { kind: 'prefix', text: only.text }
}

function readComparison(pattern: string, start: number, fail: Fail): { term: RowItem; end: number } {
  const written = comparison.exec(pattern.slice(start))?.[0] ?? ''
  const sign = written.replace('≥', '>=').replace('≤', '<=') as Sign
  const from = start + written.length
  let end = from
  while (end < pattern.length && (isBetween(pattern, end) || stretchEnd(pattern, end) > end)) {
    end = Math.max(end + 1, stretchEnd(pattern, end))
  }
  const text = readText(pattern.slice(from, end))
  const quantity = readQuantities(text).find((found) => found.start === 0 && found.explicit)
  if (quantity === undefined) fail(from, `a number after "${written}"`)
  const { range, end: last } = withRate(text, rangeFrom(sign, quantity), quantity.end)
  let after = from + (text.tokens[last - 1]?.to ?? 0)
  while (/[%$]/.test(pattern.charAt(after))) after++
  const optional = pattern[after] === '?'
  const part: Syntax = { kind: 'number', range }
  return { term: { part, optional }, end: optional ? after + 1 : after }
}
