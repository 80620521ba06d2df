/**
 * The share of a model answer that earns the whole score.
 *
 * An answer in other words never finds all of it. The more model answers there are, the more wordings are listed and the
 * nearer one of them must come; the more things a question asks, the more of them must be said.
 */
export function neededShare(references: number, asks: number): number {
  return 1 - sparedShare / (references * Math.sqrt(asks))
}

const sparedShare = 0.65

/**
 * The weight that is asked of a model answer, before the share: beyond some dozen ideas nobody says all, so what is asked
 * grows more slowly than what there is.
 */
export function neededWeight(weight: number): number {
  return weight <= plenty ? weight : plenty * (weight / plenty) ** slower
}

const plenty = 12
const slower = 0.9
