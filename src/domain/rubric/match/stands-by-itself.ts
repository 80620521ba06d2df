import { isNegator, type Negation } from '../negation/negation.ts'
import type { Occurrence } from '../text/occurrence.ts'
import type { ReadText } from '../text/token.ts'

/**
 * Checks a match of a pattern that contains a negator. Its words may be negated only by negators that the pattern
 * matched, and each of these has to apply to the word matched after it or be right before it.
 */
export function standsByItself(evidence: readonly Occurrence[], negation: Negation, text: ReadText): boolean {
  const own = new Set(evidence.map((occurrence) => occurrence.start))
  return evidence.every((occurrence, i) => {
    if (occurrence.anyway) return true
    const others = (negation[occurrence.start] ?? []).filter((negator) => !own.has(negator))
    if (others.length % 2 === 1) return false
    const before = evidence[i - 1]
    if (before === undefined || before.end >= occurrence.start || !isNegator(text.tokens, before.start)) return true
    return negation[occurrence.start]?.includes(before.start) ?? false
  })
}
