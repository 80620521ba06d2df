import type { NumberRange, RowItem, Syntax } from './pattern.ts'
import { type Quantity, readQuantities } from './quantities.ts'
import { readText } from './read-text.ts'
import type { ReadText, Token } from './token.ts'

export type Term = RowItem

type Fail = (at: number, expected: string) => never

// Where a run of plain words stops: everything that means something in the language.
const special = /[()[\]|&`"\s]|\.\.\.|…/

type Stretch = { start: number; end: number }

/**
 * Reads the words from `start` on up to the next bracket, operator or the end: plain words, numbers with their units,
 * `=exact`, `pre*`, comparisons, each perhaps with a `?` after it.
 */
export function readTerms(pattern: string, start: number, fail: Fail): { terms: Term[]; end: number } {
  const terms: Term[] = []
  let run: Stretch | undefined
  let at = start
  const flush = (): void => {
    if (run) terms.push(...plainTerms(pattern, run))
    run = undefined
  }
  while (at < pattern.length) {
    if (/[\s,;]/.test(pattern.charAt(at))) {
      at++
      continue
    }
    const stretch = nextStretch(pattern, at)
    if (stretch.end === at) {
      if (pattern[at] === '"') fail(at, 'no quotes: words side by side go in [ ]')
      break
    }
    if (pattern[at] === '@') break
    const text = pattern.slice(at, stretch.end)
    const comparison = /^[<>]=?|^[≥≤]/.exec(text)?.[0]
    if (comparison !== undefined) {
      flush()
      const compared = readComparison(pattern, at, comparison, fail)
      terms.push(compared.term)
      at = compared.end
    } else if (/^=./.test(text) || /^[^*]+\*\??$/u.test(text) || text.endsWith('?')) {
      flush()
      terms.push(...markedTerms(pattern, stretch, fail))
      at = stretch.end
    } else {
      run = { start: run?.start ?? at, end: stretch.end }
      at = stretch.end
    }
  }
  flush()
  return { terms, end: at }
}

function nextStretch(pattern: string, start: number): Stretch {
  const stop = special.exec(pattern.slice(start))
  const end = stop ? start + stop.index : pattern.length
  return { start, end }
}

function markedTerms(pattern: string, stretch: Stretch, fail: Fail): Term[] {
  const raw = pattern.slice(stretch.start, stretch.end)
  const optional = raw.endsWith('?')
  const text = optional ? raw.slice(0, -1) : raw
  const column = stretch.start + 1
  if (text === '' || text === '=' || text === '*') fail(stretch.start, 'a word before the "?"')
  if (text.startsWith('=')) return [{ part: exactWord(text.slice(1), column + 1), optional }]
  if (text.endsWith('*')) {
    const words = readText(text.slice(0, -1)).tokens
    const [only] = words
    if (only === undefined || words.length !== 1) fail(stretch.start, 'one word before the "*"')
    return [{ part: { kind: 'prefix', text: only.text, column }, optional }]
  }
  const terms = plainTerms(pattern, { start: stretch.start, end: stretch.start + text.length })
  const [only] = terms
  if (only === undefined) fail(stretch.start, 'a word before the "?"')
  return [{ part: terms.length === 1 ? only.part : { kind: 'row', gap: 'near', items: terms }, optional }]
}

function exactWord(text: string, column: number): Syntax {
  const read = readText(text)
  const [only] = read.tokens
  if (only === undefined || only.code || read.tokens.length > 2) return { kind: 'code', text, anyCase: true, column }
  if (read.tokens.length === 1) return { kind: 'exact', text: only.text, column }
  return hyphenated(read.tokens, (part) => ({ kind: 'exact', text: part, column }))
}

function readComparison(pattern: string, start: number, sign: string, fail: Fail): { term: Term; end: number } {
  const from = start + sign.length
  let end = from
  while (end < pattern.length && (/\s/.test(pattern.charAt(end)) || nextStretch(pattern, end).end > end)) {
    end = /\s/.test(pattern.charAt(end)) ? end + 1 : nextStretch(pattern, end).end
  }
  const text = readText(pattern.slice(from, end))
  const quantity = readQuantities(text).find((found) => found.start === 0 && found.explicit)
  if (quantity === undefined) fail(from, `a number after "${sign}"`)
  const value = quantity.dimension === undefined ? quantity.bare : quantity.value
  const above = sign.startsWith('>') || sign === '≥'
  const strict = sign === '>' || sign === '<'
  const range: NumberRange = {
    dimension: quantity.dimension,
    least: above ? value : Number.NEGATIVE_INFINITY,
    most: above ? Number.POSITIVE_INFINITY : value,
    above: above && strict,
    below: !above && strict,
  }
  const last = text.tokens[quantity.end - 1]
  let stop = from + (last?.to ?? 0)
  while (/[%$]/.test(pattern.charAt(stop))) stop++
  const optional = pattern[stop] === '?'
  return { term: { part: { kind: 'number', range, column: start + 1 }, optional }, end: optional ? stop + 1 : stop }
}

/** Plain words and numbers: read exactly as an answer is read, so that both sides agree by construction. */
function plainTerms(pattern: string, run: Stretch): Term[] {
  const source = pattern.slice(run.start, run.end)
  const text = readText(source)
  const quantities = readQuantities(text)
  const terms: Term[] = []
  let at = 0
  while (at < text.tokens.length) {
    const token = text.tokens[at]
    if (token === undefined) break
    const column = run.start + originalColumn(text, token)
    const quantity = quantities.find((found) => found.start === at)
    const code = token.code ? codeChunk(source, text, at) : undefined
    if (code !== undefined && !isQuantityChunk(code.text)) {
      terms.push(item({ kind: 'code', text: code.text, anyCase: true, column }))
      at = code.next
    } else if (quantity?.explicit) {
      const span = numberAt(text, quantities, quantity)
      const next = chunkEnd(text, at)
      if (span.end < next) {
        terms.push(item(hyphenated(text.tokens.slice(at, next), (part) => partOf(part, column))))
        at = next
      } else {
        terms.push(item(number(span.range, column, span.end === at + 1 ? token.text : undefined)))
        at = span.end
      }
    } else if (quantity) {
      const words = text.tokens.slice(at, quantity.end).map((part) => item(word(part.text, column)))
      terms.push(
        item({ kind: 'any', of: [number(rangeOf(quantity), column), { kind: 'row', gap: 'none', items: words }] }),
      )
      at = quantity.end
    } else {
      const next = chunkEnd(text, at)
      const parts = text.tokens.slice(at, next)
      terms.push(
        item(parts.length === 1 ? word(token.text, column) : hyphenated(parts, (part) => partOf(part, column))),
      )
      at = next
    }
  }
  return terms
}

function partOf(part: string, column: number): Syntax {
  const quantity = readQuantities(readText(part))[0]
  return quantity?.explicit ? number(rangeOf(quantity), column, part) : word(part, column)
}

function originalColumn(text: ReadText, token: Token): number {
  return (text.folded.starts?.[token.from] ?? token.from) + 1
}

function item(part: Syntax): Term {
  return { part, optional: false }
}

function word(text: string, column: number): Syntax {
  return { kind: 'word', text, column }
}

function number(range: NumberRange, column: number, text?: string): Syntax {
  return { kind: 'number', range, column, ...(text !== undefined && /^\p{L}+$/u.test(text) ? { text } : {}) }
}

/** one-off, doesn't: its parts with nothing between. */
function hyphenated(parts: readonly Token[], make: (text: string) => Syntax): Syntax {
  return { kind: 'row', gap: 'none', items: parts.map((part) => item(make(part.text))) }
}

function chunkEnd(text: ReadText, at: number): number {
  let end = at + 1
  while (text.tokens[end]?.chunk === text.tokens[at]?.chunk && end < text.tokens.length) end++
  return end
}

function codeChunk(source: string, text: ReadText, at: number): { text: string; next: number } | undefined {
  const next = chunkEnd(text, at)
  const last = text.tokens[next - 1]
  const first = text.tokens[at]
  if (first === undefined || last === undefined) return undefined
  let from = text.folded.starts?.[first.from] ?? first.from
  while (from > 0 && !/\s/.test(source.charAt(from - 1))) from--
  let to = text.folded.ends?.[last.to - 1] ?? last.to
  while (to < source.length && !/\s/.test(source.charAt(to))) to++
  return {
    text: source
      .slice(from, to)
      .replace(/[.,;:!?'"]+$/, '')
      .replace(/^['"]+/, ''),
    next,
  }
}

// 0.5 and 1.5s hold a dot and are numbers all the same.
function isQuantityChunk(text: string): boolean {
  return /^\$?\d[\d,]*(\.\d+)?\p{L}*%?$/u.test(text)
}

function numberAt(text: ReadText, all: Quantity[], first: Quantity): { range: NumberRange; end: number } {
  const chunk = text.tokens[first.start]?.chunk
  const dash = text.folded.lower.slice(text.tokens[first.end - 1]?.to ?? 0, text.tokens[first.end]?.from ?? 0)
  const second = /^[-–]$/.test(dash)
    ? all.find((found) => found.start === first.end && text.tokens[found.start]?.chunk === chunk)
    : undefined
  const third = second && text.folded.lower[text.tokens[second.end - 1]?.to ?? 0] === '-'
  if (second === undefined || third) return { range: rangeOf(first), end: first.end }
  const low = all.find((found) => found.start === first.start && found.dimension === second.dimension) ?? first
  const [from, to] = [measure(low), measure(second)]
  return { range: { ...rangeOf(second), least: Math.min(from, to), most: Math.max(from, to) }, end: second.end }
}

function measure(quantity: Quantity): number {
  return quantity.dimension === undefined ? quantity.bare : quantity.value
}

function rangeOf(quantity: Quantity): NumberRange {
  const value = measure(quantity)
  return { dimension: quantity.dimension, least: value, most: value, above: false, below: false }
}
