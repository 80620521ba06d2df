import { readRange } from '../numbers/number-range.ts'
import { type Quantity, readQuantities } from '../numbers/quantities.ts'
import type { NumberRange, RowItem, Syntax } from '../pattern/pattern.ts'
import { originalEnd, originalStart } from './fold.ts'
import type { PlainReading } from './plain-reading.ts'
import { readText } from './read-text.ts'
import type { ReadText, Token } from './token.ts'

/**
 * The terms of a sequence of plain words, numbers and unquoted code in a pattern. Reads them with the same code as
 * answers, so that both are tokenized in the same way.
 */
export function plainTerms(source: string, plain?: PlainReading): readonly RowItem[] {
  const run = source.trim()
  if (run === '') return []
  if (plain) return readTerms(run, plain)
  const known = remembered.get(run)
  if (known !== undefined) return known
  const terms = readTerms(run)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(run, terms)
  return terms
}

/** A cache, because the 60,000 sequences of a bank contain only 10,000 different ones. */
const remembered = new Map<string, readonly RowItem[]>()
const mostRemembered = 20_000

function readTerms(source: string, plain?: PlainReading): RowItem[] {
  const text = readText(source, plain)
  const quantities = readQuantities(text)
  const terms: RowItem[] = []
  let at = 0
  while (at < text.tokens.length) {
    const { part, next } = readPlain(source, text, quantities, at, plain)
    terms.push({ part, optional: false })
    at = next
  }
  return terms
}

/** The parts of a word such as one-off or doesn't, without a gap between them. */
export function hyphenated(parts: readonly Token[], make: (text: string) => Syntax): Syntax {
  const items = parts.map((part): RowItem => ({ part: make(part.text), optional: false }))
  const [only] = items
  return items.length === 1 && only ? only.part : { kind: 'row', gap: 'none', items }
}

type Plain = { part: Syntax; next: number }

function readPlain(
  source: string,
  text: ReadText,
  quantities: Quantity[],
  at: number,
  plain: PlainReading | undefined,
): Plain {
  const { tokens } = text
  const next = chunkEnd(tokens, at)
  const code = tokens[at]?.code ? codeAt(source, text, at, next) : undefined
  if (code !== undefined && !isNumberWithUnit(code)) {
    return { part: { kind: 'code', text: code, anyCase: true }, next }
  }
  const spelled = readRange(text, quantities, at)
  if (spelled !== undefined && spelled.end >= next) {
    const alone = spelled.end === at + 1 ? tokens[at]?.text : undefined
    return { part: number(spelled.range, alone), next: spelled.end }
  }
  const implied = quantities.find((quantity) => quantity.start === at && !quantity.explicit)
  if (implied !== undefined) return { part: impliedNumber(tokens, implied), next: implied.end }
  return { part: hyphenated(tokens.slice(at, next), (part) => partOf(part, plain)), next }
}

function partOf(part: string, plain: PlainReading | undefined): Syntax {
  const text = readText(part, plain)
  const spelled = readRange(text, readQuantities(text), 0)
  return spelled === undefined ? { kind: 'word', text: part } : number(spelled.range, part)
}

/** For "a day" in a pattern: either the number or the words themselves. */
function impliedNumber(tokens: readonly Token[], quantity: Quantity): Syntax {
  const range = {
    dimension: quantity.dimension,
    least: quantity.value,
    most: quantity.value,
    above: false,
    below: false,
  }
  const words = hyphenated(tokens.slice(quantity.start, quantity.end), (text) => ({ kind: 'word', text }))
  return { kind: 'any', of: [number(range), words] }
}

function number(range: NumberRange, text?: string): Syntax {
  const named = text !== undefined && /^\p{L}+$/u.test(text) ? { text } : {}
  return { kind: 'number', range, ...named }
}

function chunkEnd(tokens: readonly Token[], at: number): number {
  let end = at + 1
  while (end < tokens.length && tokens[end]?.chunk === tokens[at]?.chunk) end++
  return end
}

/** The text between two spaces, without the punctuation around it. */
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

// 0.5 and 1.5s contain a dot but are numbers.
function isNumberWithUnit(code: string): boolean {
  return /^\$?\d[\d,'_]*(\.\d+)?\p{L}*%?(\/\p{L}+)?$/u.test(code)
}
