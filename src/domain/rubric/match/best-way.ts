import type { CompiledRubric } from '../compiled-rubric.ts'
import { earnedWeight } from '../reachable-weight.ts'

export type WayScore = { /** 0 to 1. */ score: number; requiredFound: boolean }

/** What the way that gives most gives; of equals the first. `lost` is the weight that misconceptions cost. */
export function bestWay(compiled: CompiledRubric, isFound: (place: number) => boolean, lost: number): WayScore {
  let best: WayScore | undefined
  for (const { points, full } of compiled.ways) {
    const own = points.flatMap((place) => compiled.points[place] ?? [])
    const found = points.flatMap((place) => (isFound(place) ? (compiled.points[place] ?? []) : []))
    const score = Math.min(1, Math.max(0, (earnedWeight(found, compiled.groups) - lost) / full))
    if (best !== undefined && score <= best.score) continue
    best = { score, requiredFound: own.every((point) => !point.required || found.includes(point)) }
  }
  return best ?? { score: 0, requiredFound: false }
}
