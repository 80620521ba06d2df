/**
 * The share of a model answer that earns the full score.
 *
 * An answer in other words never matches all of it. The more model answers there are, the more wordings are covered and
 * the closer an answer must come to one of them; the more things a question asks for, the more must be said.
 */
export function neededShare(references: number, asks: number): number {
  return 1 - sparedShare / (references * Math.sqrt(asks))
}

const sparedShare = 0.65

/**
 * The required weight of a model answer, before the share: beyond a dozen ideas nobody says everything, so the
 * requirement grows more slowly than the total.
 */
export function neededWeight(weight: number): number {
  return weight <= plenty ? weight : plenty * (weight / plenty) ** slower
}

const plenty = 12
const slower = 0.9
