import type { CodeLeaf, CodePiece } from '../compiled-pattern.ts'
import { isSpaceAt, isWordAt } from './characters.ts'
import { addOccurrence, type GatheredLeaves } from './occurrence.ts'
import type { ReadText, Token } from './token.ts'

/** Code is searched in the original text between words: in `ps:scale` but not in `apps:scale`. */
export function findCode(leaves: GatheredLeaves, code: CodeLeaf, text: ReadText): void {
  for (const pieces of code.ways) findPieces(leaves, code.leaf, pieces, text)
}

function findPieces(leaves: GatheredLeaves, leaf: number, pieces: readonly CodePiece[], text: ReadText): void {
  const { lower } = text.folded
  const needle = pieces[0]?.lower ?? ''
  if (needle === '') return
  for (let from = lower.indexOf(needle); from >= 0; from = lower.indexOf(needle, from + 1)) {
    const to = codeEnd(pieces, text, from)
    if (to < 0) continue
    const start = positionFrom(text.tokens, from)
    const end = positionFrom(text.tokens, to)
    const place = start < end ? start : Math.max(0, start - 1)
    addOccurrence(leaves, leaf, {
      start,
      end,
      sentence: text.tokens[place]?.sentence ?? 0,
      from,
      to,
      misread: undefined,
    })
  }
}

/** Where the code that begins at `from` ends; -1 if it isn't there in full. */
function codeEnd(pieces: readonly CodePiece[], text: ReadText, from: number): number {
  const { lower, cased } = text.folded
  if (from > 0 && isWordAt(lower, from) && continuesName(lower, from - 1, -1)) return -1
  let at = from
  for (const [i, piece] of pieces.entries()) {
    if (i > 0) {
      const gap = at
      while (at < lower.length && isSpaceAt(lower, at)) at++
      if (at === gap) return -1
    }
    if (!lower.startsWith(piece.lower, at)) return -1
    if (!piece.variables.every((name) => cased.startsWith(name.text, at + name.at))) return -1
    at += piece.lower.length
  }
  return at < lower.length && isWordAt(lower, at - 1) && continuesName(lower, at, 1) ? -1 : at
}

/**
 * Whether the name continues at `at` in the direction of `step`. An underscore at the end is emphasis: _DATABASE_URL_.
 */
function continuesName(text: string, at: number, step: 1 | -1): boolean {
  const next = at + step
  if (text.charAt(at) !== '_') return isWordAt(text, at)
  return next >= 0 && next < text.length && (text.charAt(next) === '_' || isWordAt(text, next))
}

/** The first position whose token begins at or after `from`. */
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
