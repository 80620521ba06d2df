import type { Misconception, Rubric } from './rubric.ts'

/** A misconception as players are told about it, either written by the author or from a mixed-up pair or order. */
export type KnownMisconception = Pick<Misconception, 'id' | 'tell' | 'costs'>

/** Every misconception that a grade may name: those of the rubric, and one for mixing up each pair or order. */
export function misconceptionsOf({ points, misconceptions = [] }: Rubric): KnownMisconception[] {
  const mixed = points.flatMap(({ id, label, about, order }): KnownMisconception[] =>
    about === undefined && order === undefined ? [] : [{ id: mixedUp(id), tell: label }],
  )
  return [...misconceptions, ...mixed]
}

/** The id under which a grade says that a pair or an order was mixed up. */
export function mixedUp(pointId: string): string {
  return `mixed-up-${pointId}`
}

/** The id under which a grade says that the answer itself leaves a part open, if it would otherwise be correct. */
export const leftOpen = 'left-open'
