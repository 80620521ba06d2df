import type { Grade, Rubric } from '../rubric.ts'

/**
 * How many ideas could still earn something: a group counts no more of them than it pays for, and of several ways to be
 * right the one that misses least counts.
 */
export function missingIdeas(rubric: Rubric, grade: Grade): number {
  const found = new Set(grade.points.filter((point) => point.found).map((point) => point.id))
  if (rubric.ways === undefined) return missingAmong(rubric, found)
  const missing = rubric.ways.map((way) =>
    missingAmong({ ...rubric, points: rubric.points.filter(({ id }) => way.points.includes(id)) }, found),
  )
  return Math.min(...missing)
}

function missingAmong(rubric: Rubric, found: ReadonlySet<string>): number {
  const alone = rubric.points.filter((point) => point.group === undefined && !found.has(point.id)).length
  const grouped = Object.entries(rubric.groups ?? {}).map(([name, { most }]) => {
    const members = rubric.points.filter((point) => point.group === name)
    const had = members.filter((point) => found.has(point.id)).length
    return Math.max(0, Math.min(most, members.length) - had)
  })
  return grouped.reduce((sum, one) => sum + one, alone)
}
