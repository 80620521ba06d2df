import { nearWords } from '../pattern/pattern.ts'
import type { Reading, Span } from '../rubric.ts'
import { originalEnd, originalStart } from './fold.ts'
import type { Occurrence } from './occurrence.ts'
import type { ReadText } from './token.ts'

/** The player's own words for a match. Neighbors are quoted together with the text between them. */
export function quoteEvidence(evidence: readonly Occurrence[], text: ReadText): Span[] {
  const inOrder = [...evidence].sort((a, b) => a.from - b.from || b.to - a.to)
  const quotes: { from: number; to: number; end: number }[] = []
  for (const { from, to, start, end } of inOrder) {
    const last = quotes.at(-1)
    if (last !== undefined && (from <= last.to || areNear(text, last.end, start))) {
      last.to = Math.max(last.to, to)
      last.end = Math.max(last.end, end)
    } else quotes.push({ from, to, end })
  }
  return quotes.map(({ from, to }) => ({ start: originalStart(text.folded, from), end: originalEnd(text.folded, to) }))
}

function areNear(text: ReadText, end: number, start: number): boolean {
  const chunk = (at: number): number => text.tokens[at]?.chunk ?? text.chunkStarts.length
  return chunk(start) - chunk(Math.max(0, end - 1)) - 1 <= nearWords
}

export function readingsOf(
  all: readonly (readonly Occurrence[] | undefined)[],
  text: ReadText,
  original: string,
): Reading[] {
  const readings = new Map<string, string>()
  for (const evidence of all) {
    for (const { misread } of evidence ?? []) {
      if (misread === undefined) continue
      const { token, as } = misread
      readings.set(original.slice(originalStart(text.folded, token.from), originalEnd(text.folded, token.to)), as)
    }
  }
  return [...readings].map(([read, as]) => ({ read, as }))
}
