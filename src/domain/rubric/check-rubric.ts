import { checkPositive } from './check-positive.ts'
import type { Rubric, RubricPoint } from './rubric.ts'
import { RubricError } from './rubric-error.ts'

/** Throws a `RubricError` if the parts of a rubric contradict each other. Doesn't check the patterns. */
export function checkRubric({ points, misconceptions = [], groups = {} }: Rubric): void {
  if (points.length === 0)
    throw new RubricError({ code: 'empty-points', path: 'points', expected: 'at least one point' })
  for (const [name, { most }] of Object.entries(groups)) {
    if (!Number.isInteger(most) || most < 1) {
      throw new RubricError({ code: 'bad-number', path: `groups.${name}.most`, expected: 'a whole number from 1' })
    }
  }
  checkEntries('points', points)
  checkEntries('misconceptions', misconceptions)
  points.forEach(({ group, weight }, i) => {
    checkPositive(`points[${i}].weight`, weight)
    if (group !== undefined && !Object.hasOwn(groups, group)) {
      const expected = `a group defined in "groups", but found "${group}"`
      throw new RubricError({ code: 'unknown-group', path: `points[${i}].group`, expected })
    }
  })
  const ids = new Set(points.map(({ id }) => id))
  misconceptions.forEach(({ costs, unless = [] }, i) => {
    if (costs !== 0) checkPositive(`misconceptions[${i}].costs`, costs)
    unless.forEach((id, j) => {
      if (ids.has(id)) return
      const expected = `the id of a point, but found "${id}"`
      throw new RubricError({ code: 'unknown-point', path: `misconceptions[${i}].unless[${j}]`, expected })
    })
  })
}

type Entry = Pick<RubricPoint, 'id' | 'says' | 'about' | 'order'>

function checkEntries(path: string, entries: readonly Entry[]): void {
  const seen = new Set<string>()
  entries.forEach(({ id, says, about, order }, i) => {
    if (order !== undefined && (says !== undefined || about !== undefined || order.length < 2)) {
      const expected = 'two or more patterns in "order", and neither "says" nor "about" next to it'
      throw new RubricError({ code: 'says-or-order', path: `${path}[${i}].order`, expected })
    }
    if (about?.length === 0 || (order === undefined && (says ?? []).length === 0)) {
      throw new RubricError({
        code: 'empty-says',
        path: `${path}[${i}].${about?.length === 0 ? 'about' : 'says'}`,
        expected: 'at least one pattern',
      })
    }
    if (seen.has(id)) {
      const expected = `a unique id, but "${id}" is already used`
      throw new RubricError({ code: 'duplicate-id', path: `${path}[${i}].id`, expected })
    }
    seen.add(id)
  })
}
