import { ideaName } from '../idea-name.ts'
import { earnedWeight, reachableWeight } from '../reachable-weight.ts'
import type { Grade, Rubric } from '../rubric.ts'

type Idea = {
  id: string
  name: string
  weight: number
  required: boolean
  group: string | undefined
  exclusive: string | undefined
}

/**
 * The fewest additional ideas that would complete the answer: the required ones, and the heaviest ones that can still
 * earn points. If there are several ways, the one that lacks the fewest ideas counts.
 */
export function missingIdeas(rubric: Rubric, grade: Grade): number {
  const found = new Set(grade.points.filter((point) => point.found).map((point) => point.id))
  const groups = new Map(Object.entries(rubric.groups ?? {}).map(([name, { most }]) => [name, most]))
  const ideas = rubric.points.map(
    ({ id, label, weight = 1, required = false, group, exclusive }): Idea => ({
      id,
      name: ideaName({ label }),
      weight,
      required,
      group,
      exclusive,
    }),
  )
  const ways = rubric.ways ?? [{ points: ideas.map(({ id }) => id), full: rubric.full }]
  const missing = ways.map((way) => {
    const own = ideas.filter(({ id }) => way.points.includes(id))
    return missingAmong(own, found, { groups, full: way.full ?? reachableWeight(own, groups) })
  })
  return Math.min(...missing)
}

function missingAmong(
  ideas: readonly Idea[],
  found: ReadonlySet<string>,
  { groups, full }: { groups: ReadonlyMap<string, number>; full: number },
): number {
  const had = ideas.filter(({ id }) => found.has(id))
  const open = ideas
    .filter(({ id }) => !found.has(id))
    .toSorted((one, other) => Number(other.required) - Number(one.required) || other.weight - one.weight)
  const missing = new Set<string>()
  for (const idea of open) {
    const earned = earnedWeight(had, groups)
    const earnsMore = earned < full && earnedWeight([...had, idea], groups) > earned
    if (!idea.required && !earnsMore) continue
    had.push(idea)
    missing.add(idea.name)
  }
  return missing.size
}
