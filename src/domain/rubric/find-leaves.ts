import { isSpaceAt, isWordAt } from './characters.ts'
import type { CodeLeaf, Lexicon, Target } from './lexicon.ts'
import { editDistance, forgivenEdits } from './misspelling.ts'
import type { NumberRange } from './pattern.ts'
import { type Quantity, readQuantities } from './quantities.ts'
import type { ReadText, Token } from './token.ts'
import { knowWord } from './word.ts'

/** A leaf that stands in a text, from position `start` to before `end` (the same for bare punctuation). */
export type Occurrence = {
  start: number
  end: number
  sentence: number
  /** Where it stands in the folded text. */
  from: number
  to: number
  /** A misspelt word in it, and the word it was read as. */
  misread: Misread | undefined
  /** Of a number: where the next number begins, which has its own words after it ("25 MB, 20 connections"). */
  until?: number
}

export type Misread = { token: Token; as: string }

/** Per leaf, where it stands, ordered by `start`; absent for leaves that the text does not hold. */
export type Leaves = readonly (readonly Occurrence[] | undefined)[]

export function findLeaves(text: ReadText, lexicon: Lexicon): Leaves {
  const leaves: (Occurrence[] | undefined)[] = new Array(lexicon.size).fill(undefined)
  const { tokens } = text
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    addWord(leaves, lexicon, token, at)
    const next = tokens[at + 1]
    if (next !== undefined && lexicon.firstHalves.has(token.text)) addJoined(leaves, lexicon, token, next, at)
  }
  if (lexicon.numbers.length > 0) addNumbers(leaves, lexicon, text)
  for (const code of lexicon.codes) addCode(leaves, code, text)
  return leaves
}

function add(leaves: (Occurrence[] | undefined)[], leaf: number, occurrence: Occurrence): void {
  const known = leaves[leaf]
  if (known === undefined) leaves[leaf] = [occurrence]
  else if (known.at(-1)?.start !== occurrence.start || known.at(-1)?.end !== occurrence.end) known.push(occurrence)
}

function addWord(leaves: (Occurrence[] | undefined)[], lexicon: Lexicon, token: Token, at: number): void {
  const { word } = token
  const leaf = lexicon.words.get(word.stem)
  if (leaf !== undefined) add(leaves, leaf, occurrenceOf(token, token, at, at + 1))
  const exact = lexicon.exacts.get(token.text)
  if (exact !== undefined) add(leaves, exact, occurrenceOf(token, token, at, at + 1))
  for (const prefix of lexicon.prefixes) {
    if (token.text.startsWith(prefix.text)) add(leaves, prefix.leaf, occurrenceOf(token, token, at, at + 1))
  }
  if (leaf !== undefined || exact !== undefined || word.real || token.code) return
  const target = nearestTarget(token.text, word.stem, lexicon)
  if (target !== undefined) add(leaves, target.leaf, occurrenceOf(token, token, at, at + 1, { token, as: target.text }))
}

function addJoined(
  leaves: (Occurrence[] | undefined)[],
  lexicon: Lexicon,
  token: Token,
  next: Token,
  at: number,
): void {
  if (next.after === 'comma' || next.after === 'break' || next.sentence !== token.sentence) return
  const text = token.text + next.text
  for (const leaf of [lexicon.words.get(knowWord(text).stem), lexicon.exacts.get(text)]) {
    if (leaf !== undefined) add(leaves, leaf, occurrenceOf(token, next, at, at + 2))
  }
}

function occurrenceOf(first: Token, last: Token, start: number, end: number, misread?: Misread): Occurrence {
  return { start, end, sentence: first.sentence, from: first.from, to: last.to, misread }
}

const letters = /^\p{L}+$/u

/** The word of the rubric that a word which is no word may be a misspelling of: the nearest, then the first in the rubric. */
function nearestTarget(text: string, stem: string, lexicon: Lexicon): Target | undefined {
  const candidates = lexicon.targets.get(text.charAt(0))
  if (candidates === undefined || text.length < 4 || !letters.test(text)) return undefined
  let best: Target | undefined
  let least = Number.POSITIVE_INFINITY
  for (const target of candidates) {
    const edits = misspelt(text, stem, target, Math.min(forgivenEdits(target.text.length), least - 1))
    if (edits < least) {
      best = target
      least = edits
    }
  }
  return best
}

/** Edits between the words, or between their stems so that "restrating" reads as restart; infinite when over `most`. */
function misspelt(text: string, stem: string, target: Target, most: number): number {
  if (most < 1) return Number.POSITIVE_INFINITY
  const whole = editDistance(text, target.text, most)
  if (whole <= most) return whole
  if (target.stem.length < 4 || stem.length < 4) return Number.POSITIVE_INFINITY
  const stems = editDistance(stem, target.stem, most)
  return stems <= most ? Math.max(stems, 1) : Number.POSITIVE_INFINITY
}

function addNumbers(leaves: (Occurrence[] | undefined)[], lexicon: Lexicon, text: ReadText): void {
  const { tokens } = text
  const quantities = readQuantities(text)
  for (const [i, quantity] of quantities.entries()) {
    const [first, last] = [tokens[quantity.start], tokens[quantity.end - 1]]
    if (first === undefined || last === undefined) continue
    const next = quantities.slice(i + 1, i + 4).find((other) => other.start >= quantity.end && other.explicit)
    for (const { range, leaf } of lexicon.numbers) {
      if (!isInRange(quantity, range)) continue
      const occurrence = occurrenceOf(first, last, quantity.start, quantity.end, quantity.misread)
      add(leaves, leaf, next === undefined ? occurrence : { ...occurrence, until: next.start })
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

function addCode(leaves: (Occurrence[] | undefined)[], code: CodeLeaf, text: ReadText): void {
  const { lower } = text.folded
  const needle = code.pieces[0]?.lower ?? ''
  if (needle === '') return
  for (let from = lower.indexOf(needle); from >= 0; from = lower.indexOf(needle, from + 1)) {
    const to = codeEnd(code, text, from)
    if (to < 0) continue
    const start = positionFrom(text.tokens, from)
    const end = positionFrom(text.tokens, to)
    const place = start < end ? start : Math.max(0, start - 1)
    add(leaves, code.leaf, { start, end, sentence: text.tokens[place]?.sentence ?? 0, from, to, misread: undefined })
  }
}

/** Where the code that begins at `from` ends, or -1 when it does not stand there whole. */
function codeEnd(code: CodeLeaf, text: ReadText, from: number): number {
  const { lower, cased } = text.folded
  if (from > 0 && isWordAt(lower, from) && continuesName(lower, from - 1)) return -1
  let at = from
  for (const [i, piece] of code.pieces.entries()) {
    if (i > 0) {
      const gap = at
      while (at < lower.length && isSpaceAt(lower, at)) at++
      if (at === gap) return -1
    }
    if (!lower.startsWith(piece.lower, at)) return -1
    if (!piece.variables.every((name) => cased.startsWith(name.text, at + name.at))) return -1
    at += piece.lower.length
  }
  return at < lower.length && isWordAt(lower, at - 1) && continuesName(lower, at) ? -1 : at
}

function continuesName(text: string, at: number): boolean {
  return text.charAt(at) === '_' || isWordAt(text, at)
}

/** The first position whose token begins at `from` or after it. */
function positionFrom(tokens: readonly Token[], from: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
