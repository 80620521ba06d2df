import type { CompiledRubric } from '../compiled-rubric.ts'
import { mixedUp } from '../misconceptions-of.ts'
import type { Occurrence } from '../text/occurrence.ts'
import { bindPairs } from './bind-pairs.ts'
import { findEvidence } from './find-evidence.ts'
import { findOrder } from './find-order.ts'
import { withoutKeywords } from './list-evidence.ts'
import type { Reading } from './walk.ts'

/** `blocks`: the answer is partial at best. `reversed`: it has things in the wrong order. */
export type FoundClaim = { id: string; costs: number; blocks: boolean; reversed?: true; evidence: Occurrence[] }

export function findClaims(
  { points, misconceptions, list }: CompiledRubric,
  reading: Reading,
): { matched: (Occurrence[] | undefined)[]; misconceptions: FoundClaim[] } {
  const pairs = bindPairs(points, reading)
  const mixed: FoundClaim[] = []
  const addMixed = (id: string, evidence: Occurrence[], more: { reversed?: true } = {}): void => {
    mixed.push({ id: mixedUp(id), costs: 0, blocks: true, ...more, evidence })
  }
  const all = points.map((point, place) => {
    if (point.order !== undefined) {
      const order = findOrder(point, reading)
      if (order?.mixedUp) addMixed(point.id, order.evidence, { reversed: true })
      return order?.mixedUp ? undefined : order?.evidence
    }
    if (point.about === undefined) return findEvidence(point, reading)
    const wronged = pairs.mixedUp.get(place)
    if (wronged !== undefined) addMixed(point.id, wronged)
    return pairs.found.get(place)
  })
  const matched = list ? all : withoutKeywords(all, reading)
  const written = misconceptions.flatMap((misconception): FoundClaim[] => {
    if (misconception.unless.some((place) => matched[place] !== undefined)) return []
    const { id, costs, says, not } = misconception
    const evidence = findEvidence({ says, not, mistake: true }, reading)
    return evidence === undefined ? [] : [{ id, costs, blocks: costs > 0, evidence }]
  })
  return { matched, misconceptions: [...written, ...mixed] }
}
