/**
 * The share of a model answer that earns the full score.
 *
 * An answer in other words never matches all of it. With more model answers, more wordings are covered, so an answer
 * must match a larger share of one of them. The same applies to a question that asks for more things.
 */
export function neededShare(references: number, asks: number): number {
  return 1 - sparedShare / (references * Math.sqrt(asks))
}

const sparedShare = 0.65

/**
 * The required weight of a model answer before the share is applied. Nobody mentions all of many ideas, so beyond a
 * dozen ideas the requirement grows more slowly than the total.
 */
export function neededWeight(weight: number): number {
  return weight <= plenty ? weight : plenty * (weight / plenty) ** slower
}

const plenty = 12
const slower = 0.9
