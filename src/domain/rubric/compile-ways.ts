import { checkPositive } from './check-positive.ts'
import type { CompiledPoint, CompiledWay } from './compiled-rubric.ts'
import { reachableWeight } from './reachable-weight.ts'
import type { Rubric, Way } from './rubric.ts'
import { RubricError } from './rubric-error.ts'

type Groups = ReadonlyMap<string, number>

/**
 * The ways to a correct answer, each with the indexes of its points. If the rubric has no ways, the result is a single
 * way with all points.
 */
export function compileWays({ full, ways }: Rubric, points: readonly CompiledPoint[], groups: Groups): CompiledWay[] {
  if (ways === undefined)
    return [{ points: [...points.keys()], full: fullWeight(full, reachableWeight(points, groups)) }]
  if (full !== undefined) {
    throw new RubricError({
      code: 'full-beside-ways',
      path: 'full',
      expected: 'a "full" in each way, not next to "ways"',
    })
  }
  const places = new Map(points.map(({ id }, place) => [id, place]))
  const compiled = ways.map((way, i) => compileWay(way, `ways[${i}]`, points, places, groups))
  const used = new Set(compiled.flatMap((way) => way.points))
  const unused = points.find((_, place) => !used.has(place))
  if (unused !== undefined) {
    throw new RubricError({ code: 'unused-point', path: 'ways', expected: `a way with the point "${unused.id}"` })
  }
  return compiled
}

function compileWay(
  way: Way,
  path: string,
  points: readonly CompiledPoint[],
  places: ReadonlyMap<string, number>,
  groups: Groups,
): CompiledWay {
  checkPositive(`${path}.full`, way.full)
  const own = new Set<number>()
  way.points.forEach((id, i) => {
    const place = places.get(id)
    if (place === undefined) {
      const expected = `the id of a point, but found "${id}"`
      throw new RubricError({ code: 'unknown-point', path: `${path}.points[${i}]`, expected })
    }
    own.add(place)
  })
  const inside = points.filter((_, place) => own.has(place))
  return { points: [...own], full: way.full ?? reachableWeight(inside, groups) }
}

function fullWeight(full: number | undefined, reachable: number): number {
  checkPositive('full', full)
  if (full === undefined) return reachable
  if (full <= reachable + 1e-9) return full
  const expected = `at most ${reachable}, which is all that the points can earn together`
  throw new RubricError({ code: 'full-out-of-reach', path: 'full', expected })
}
