import { readRange } from '../numbers/number-range.ts'
import { type Quantity, readQuantities } from '../numbers/quantities.ts'
import type { NumberRange, RowItem, Syntax } from '../pattern/pattern.ts'
import { originalEnd, originalStart } from './fold.ts'
import { readText } from './read-text.ts'
import type { ReadText, Token } from './token.ts'

/**
 * Plain words, numbers and unquoted code of a pattern, from `start` to before `end` in it. They are read by the same
 * reader as an answer, so that both sides agree by construction.
 */
export function plainTerms(pattern: string, start: number, end: number): RowItem[] {
  const source = pattern.slice(start, end)
  const text = readText(source)
  const quantities = readQuantities(text)
  const terms: RowItem[] = []
  let at = 0
  for (let token = text.tokens[0]; token !== undefined; token = text.tokens[at]) {
    const column = start + originalStart(text.folded, token.from) + 1
    const { part, next } = readPlain(source, text, quantities, at, column)
    terms.push({ part, optional: false })
    at = next
  }
  return terms
}

/** The parts of one-off or doesn't, with nothing between them. */
export function hyphenated(parts: readonly Token[], make: (text: string) => Syntax): Syntax {
  const items = parts.map((part): RowItem => ({ part: make(part.text), optional: false }))
  const [only] = items
  return items.length === 1 && only ? only.part : { kind: 'row', gap: 'none', items }
}

type Plain = { part: Syntax; next: number }

function readPlain(source: string, text: ReadText, quantities: Quantity[], at: number, column: number): Plain {
  const { tokens } = text
  const next = chunkEnd(tokens, at)
  const code = tokens[at]?.code ? codeAt(source, text, at, next) : undefined
  if (code !== undefined && !isNumberWithUnit(code)) {
    return { part: { kind: 'code', text: code, anyCase: true, column }, next }
  }
  const spelled = readRange(text, quantities, at)
  if (spelled !== undefined && spelled.end >= next) {
    const alone = spelled.end === at + 1 ? tokens[at]?.text : undefined
    return { part: number(spelled.range, column, alone), next: spelled.end }
  }
  const implied = quantities.find((quantity) => quantity.start === at && !quantity.explicit)
  if (implied !== undefined) return { part: impliedNumber(tokens, implied, column), next: implied.end }
  return { part: hyphenated(tokens.slice(at, next), (part) => partOf(part, column)), next }
}

function partOf(part: string, column: number): Syntax {
  const text = readText(part)
  const spelled = readRange(text, readQuantities(text), 0)
  return spelled === undefined ? { kind: 'word', text: part, column } : number(spelled.range, column, part)
}

/** "a day" in a pattern: the number, or the words as they stand. */
function impliedNumber(tokens: readonly Token[], quantity: Quantity, column: number): Syntax {
  const range = {
    dimension: quantity.dimension,
    least: quantity.value,
    most: quantity.value,
    above: false,
    below: false,
  }
  const words = hyphenated(tokens.slice(quantity.start, quantity.end), (text) => ({ kind: 'word', text, column }))
  return { kind: 'any', of: [number(range, column), words] }
}

function number(range: NumberRange, column: number, text?: string): Syntax {
  const named = text !== undefined && /^\p{L}+$/u.test(text) ? { text } : {}
  return { kind: 'number', range, column, ...named }
}

function chunkEnd(tokens: readonly Token[], at: number): number {
  let end = at + 1
  while (end < tokens.length && tokens[end]?.chunk === tokens[at]?.chunk) end++
  return end
}

/** All that stands between two spaces, less the punctuation of a sentence around it. */
function codeAt(source: string, text: ReadText, at: number, next: number): string {
  let from = originalStart(text.folded, text.tokens[at]?.from ?? 0)
  let to = originalEnd(text.folded, text.tokens[next - 1]?.to ?? 0)
  while (from > 0 && !/\s/.test(source.charAt(from - 1))) from--
  while (to < source.length && !/\s/.test(source.charAt(to))) to++
  return source
    .slice(from, to)
    .replace(/^['"]+/, '')
    .replace(/[.,;:!?'"]+$/, '')
}

// 0.5 and 1.5s hold a dot and are numbers all the same.
function isNumberWithUnit(code: string): boolean {
  return /^\$?\d[\d,'_]*(\.\d+)?\p{L}*%?(\/\p{L}+)?$/u.test(code)
}
