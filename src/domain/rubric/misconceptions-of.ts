import type { Misconception, Rubric } from './rubric.ts'

/** A misconception as players are told of it, whether its author wrote it or a mixed-up pair or order makes it. */
export type KnownMisconception = Pick<Misconception, 'id' | 'tell' | 'costs'>

/** Every misconception that a grade may name: those of the rubric, and for each pair or order its being mixed up. */
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

/** The id under which a grade says that the answer itself leaves a part open, where it would else be correct. */
export const leftOpen = 'left-open'
