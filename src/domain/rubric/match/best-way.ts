import type { CompiledRubric } from '../compiled-rubric.ts'
import { earnedWeight } from '../reachable-weight.ts'
import { verdictOf } from '../verdict.ts'

export type WayScore = { /** 0 to 1. */ score: number; requiredFound: boolean }

/** The minimum score of an answer that is correct except for a wrong aside. */
const leastForRightCore = 0.5

/**
 * The result of the best way, the first one in a tie. `lost` is the weight that misconceptions cost. `aside` means that
 * the misconceptions are outside the clauses of the points.
 */
export function bestWay(
  compiled: CompiledRubric,
  isFound: (place: number) => boolean,
  { lost, aside }: { lost: number; aside: boolean },
): WayScore {
  let best: WayScore | undefined
  for (const { points, full } of compiled.ways) {
    const own = points.flatMap((place) => compiled.points[place] ?? [])
    const found = points.flatMap((place) => (isFound(place) ? (compiled.points[place] ?? []) : []))
    const earned = earnedWeight(found, compiled.groups) / full
    const requiredFound = own.every((point) => !point.required || found.includes(point))
    const least =
      aside && verdictOf({ score: earned, requiredFound, misconceived: false }) === 'correct' ? leastForRightCore : 0
    const score = Math.min(1, Math.max(least, earned - lost / full))
    if (best !== undefined && score <= best.score) continue
    best = { score, requiredFound }
  }
  return best ?? { score: 0, requiredFound: false }
}
