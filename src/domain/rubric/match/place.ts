import type { Occurrence } from '../text/occurrence.ts'
import type { ReadText } from '../text/token.ts'

/** A position that a walk has reached. The next word may begin anywhere from `at` to `limit`. */
export type Place = {
  at: number
  limit: number
  /** -1 before the first word. */
  sentence: number
  last: Occurrence | undefined
  before: Place | undefined
}

export const start: Place = { at: 0, limit: Number.POSITIVE_INFINITY, sentence: -1, last: undefined, before: undefined }

export function limitOf({ end, sentence, until }: Occurrence, gap: number, text: ReadText): number {
  const limit = limitAfter(end, gap, sentence, text)
  return until === undefined || gap === Number.POSITIVE_INFINITY ? limit : Math.min(limit, until)
}

export function limitAfter(end: number, gap: number, sentence: number, text: ReadText): number {
  const sentenceEnd = text.sentenceEnds[sentence] ?? end
  // A comma or a semicolon ends the sequence, because neighbors have to be in one clause. A colon or "=" connects them.
  if (gap === 0) return isParted(text, end) ? end - 1 : end
  const chunk = text.tokens[Math.max(0, end - 1)]?.chunk ?? 0
  const beyond =
    gap === Number.POSITIVE_INFINITY ? sentenceEnd : (text.chunkStarts[chunk + gap + 2] ?? sentenceEnd + 1) - 1
  return Math.min(beyond, sentenceEnd)
}

/** Merges two sorted lists. If both reached the same position, the one with the higher limit is kept. */
export function merge(a: readonly Place[], b: readonly Place[]): Place[] {
  if (a.length === 0) return [...b]
  if (b.length === 0) return [...a]
  const places: Place[] = []
  for (const place of [...a, ...b].sort((x, y) => x.at - y.at || y.limit - x.limit)) {
    if (places.at(-1)?.at !== place.at) places.push(place)
  }
  return places
}

export function evidenceOf(place: Place): Occurrence[] {
  const evidence: Occurrence[] = []
  for (let each: Place | undefined = place; each; each = each.before) {
    if (each.last?.parts) evidence.push(...each.last.parts.toReversed())
    else if (each.last) evidence.push(each.last)
  }
  return evidence.reverse()
}

export function spanOf(place: Place): Occurrence {
  const parts = evidenceOf(place)
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined || first === last) return last ?? nowhere
  return { ...last, start: first.start, end: place.at, from: first.from, parts }
}

const nowhere: Occurrence = { start: 0, end: 0, sentence: 0, from: 0, to: 0, misread: undefined }

/** Whether the span differs from the previous one. */
export function isFirst(span: Occurrence, i: number, spans: readonly Occurrence[]): boolean {
  const before = spans[i - 1]
  return before === undefined || before.start !== span.start || before.end !== span.end
}

function isParted({ tokens, folded }: ReadText, at: number): boolean {
  const token = tokens[at]
  if (token?.after !== 'comma' && token?.after !== 'break') return false
  return token.after === 'comma' || /[;\n]/.test(folded.lower.slice(tokens[at - 1]?.to ?? token.from, token.from))
}
