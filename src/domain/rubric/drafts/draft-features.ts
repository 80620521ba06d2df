import { compare, features } from '../precedents/compare.ts'
import type { Terms } from '../precedents/terms.ts'
import type { Comparison } from './comparison.ts'
import { compareOverlaps } from './overlaps.ts'

// Lengths and counts are excluded, because they depend on the author and the subject.
const left: ReadonlySet<string> = new Set(['score', 'clauses', 'unknown words'])

/**
 * Compares an answer with the model answer by four numbers and, if there are enough labeled answers, also with those.
 * `score` is the draft's score.
 */
export function compareDraft({ asked, model, news, sorted }: Comparison, terms: Terms, score: number): number[] {
  const said = new Set(terms.words)
  const own = [...said].filter((word) => !asked.has(word))
  const found = own.filter((word) => news.has(word)).length
  const share = found / Math.max(1, news.size)
  const numbers = [score, share, Math.sqrt(share), found / Math.max(1, own.length)]
  if (sorted === undefined) return numbers
  const pairs = new Set(model.pairs)
  const known = new Set(terms.pairs.filter((pair) => pairs.has(pair))).size
  return [
    ...numbers,
    1 - own.length / Math.max(1, said.size),
    known / Math.max(1, pairs.size),
    ...compare(sorted.precedents, terms, score).filter((_, i) => !left.has(features[i] ?? '')),
    ...compareOverlaps(sorted.overlaps, terms),
  ]
}
