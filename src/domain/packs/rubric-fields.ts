import type { Misconception, Rubric, RubricPoint } from '../rubric/rubric.ts'

/** An idea of a rubric as form fields. `id` is empty for a new one. */
export type IdeaFields = { id: string; label: string /** One pattern a line. */; says: string; must: boolean }

export type MistakeFields = { id: string; says: string; tell: string }

/**
 * The parts of a rubric that the form shows. Weights, groups, ways and everything else stay as they are in the YAML.
 */
export type RubricFields = { ideas: IdeaFields[]; mistakes: MistakeFields[] }

export function fieldsOf({ points, misconceptions = [] }: Rubric): RubricFields {
  return {
    ideas: points.map(({ id, label, says, order = [], required = false }) => {
      return { id, label, says: (says ?? order).join('\n'), must: required }
    }),
    mistakes: misconceptions.map(({ id, says, tell }) => ({ id, says: says.join('\n'), tell })),
  }
}

/** Applies the form to the rubric. Removes ideas and mistakes without patterns, and gives ids to new ones. */
export function withFields(rubric: Rubric, { ideas, mistakes }: RubricFields): Rubric {
  const ids = new Set(rubric.points.map(({ id }) => id))
  const points = ideas.filter(isFilled).map((fields) => pointOf(fields, rubric, ids))
  const { misconceptions = [], ...rest } = rubric
  const mistakeIds = new Set(misconceptions.map(({ id }) => id))
  const made = mistakes.filter(isFilled).map((fields) => mistakeOf(fields, misconceptions, mistakeIds))
  return tied({ ...rest, points, ...(made.length > 0 ? { misconceptions: made } : {}) }, rubric)
}

function isFilled({ says }: { says: string }): boolean {
  return patternsIn(says).length > 0
}

function patternsIn(says: string): string[] {
  return says.split('\n').flatMap((line) => line.trim() || [])
}

function pointOf({ id, label, says, must }: IdeaFields, { points }: Rubric, ids: Set<string>): RubricPoint {
  const patterns = patternsIn(says)
  const old = points.find((point) => id !== '' && point.id === id)
  const name = label.trim() || (patterns[0] ?? '')
  const { required: _, ...kept } = old ?? { id: newId(name, 'idea', ids), label: name }
  const marks = must ? { required: true } : {}
  return old?.order
    ? { ...kept, label: name, ...marks, order: patterns }
    : { ...kept, label: name, ...marks, says: patterns }
}

function mistakeOf(
  { id, says, tell }: MistakeFields,
  before: readonly Misconception[],
  ids: Set<string>,
): Misconception {
  const patterns = patternsIn(says)
  const old = before.find((one) => id !== '' && one.id === id)
  const made = old ?? { id: newId(patterns[0] ?? '', 'mistake', ids) }
  return { ...made, says: patterns, tell: tell.trim() }
}

/** Makes sure that every point is part of a way and that nothing refers to a removed point. */
function tied(rubric: Rubric, before: Rubric): Rubric {
  const there = new Set(rubric.points.map(({ id }) => id))
  const known = new Set(before.points.map(({ id }) => id))
  const added = rubric.points.flatMap(({ id }) => (known.has(id) ? [] : [id]))
  const ways = rubric.ways
    ?.map((way, at) => ({ ...way, points: [...way.points.filter((id) => there.has(id)), ...(at === 0 ? added : [])] }))
    .filter(({ points }) => points.length > 0)
  const misconceptions = rubric.misconceptions?.map(({ unless, ...one }) => {
    const left = unless?.filter((id) => there.has(id)) ?? []
    return left.length > 0 ? { ...one, unless: left } : one
  })
  return { ...rubric, ...(ways ? { ways } : {}), ...(misconceptions ? { misconceptions } : {}) }
}

/** Builds an id from the Latin letters of a name. Adds a number if the name has none or if the id is taken. */
export function newId(name: string, otherwise: string, taken: Set<string>): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const base =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)
      .replace(/^-+|-+$/g, '') || otherwise
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`
    if (taken.has(id)) continue
    taken.add(id)
    return id
  }
}
