import type { Grade, Misconception, Rubric } from './rubric.ts'

/** A misconception as players see it, either from the author or for a mixed-up pair or order. */
export type KnownMisconception = Pick<Misconception, 'id' | 'tell' | 'costs'>

/**
 * All misconceptions that a grade may contain: those of the rubric, and one for each pair or order that can be mixed
 * up.
 */
export function misconceptionsOf({ points, misconceptions = [] }: Rubric): KnownMisconception[] {
  const mixed = points.flatMap(({ id, label, about, order }): KnownMisconception[] =>
    about === undefined && order === undefined ? [] : [{ id: mixedUp(id), tell: label }],
  )
  return [...misconceptions, ...mixed]
}

/** The id of the misconception for a mixed-up pair or order. */
export function mixedUp(pointId: string): string {
  return `mixed-up-${pointId}`
}

/** Whether the answer has the right things in the wrong order, or under the wrong names. */
export function isMixedUp({ misconceptions }: Pick<Grade, 'misconceptions'>): boolean {
  return misconceptions.some(({ id }) => id.startsWith(mixedUp('')))
}

/** The id that is used if an answer would be correct but says that it leaves a part open. */
export const leftOpen = 'left-open'
