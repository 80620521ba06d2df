export type Lesson = {
  /** The log-odds before the weighted signs are added. */
  base: number
  signs: readonly number[]
  /** From 0 to 1. */
  share: number
  count: number
}

/** The initial value of a weight, and its inertia as a number of answers. */
export type Prior = { start: number; hold: number }

const steps = 6

/**
 * Fits the weights of a logistic regression to the outcomes. Each weight is pulled toward its initial value, so few
 * lessons change little. Newton's method needs few steps because the penalty keeps the objective convex.
 */
export function fitWeights(lessons: readonly Lesson[], priors: readonly Prior[]): number[] {
  let weights = priors.map(({ start }) => start)
  for (let step = 0; step < steps; step++) {
    const slope = priors.map(({ start, hold }, at) => hold * (start - (weights[at] ?? 0)))
    const curve = priors.map(({ hold }, at) => priors.map((_, other) => (at === other ? hold : 0)))
    for (const { base, signs, share, count } of lessons) {
      const expected = logistic(base + dot(signs, weights))
      const certainty = count * expected * (1 - expected)
      signs.forEach((sign, at) => {
        slope[at] = (slope[at] ?? 0) + count * (share - expected) * sign
        const row = curve[at] ?? []
        signs.forEach((other, column) => {
          row[column] = (row[column] ?? 0) + certainty * sign * other
        })
      })
    }
    const change = solve(curve, slope)
    weights = weights.map((weight, at) => weight + (change[at] ?? 0))
  }
  return weights
}

export function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}

export function logOdds(share: number): number {
  return Math.log(share / (1 - share))
}

export function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0)
}

/** Gauss-Jordan elimination without pivoting: the penalty keeps the diagonal above zero. */
function solve(matrix: readonly (readonly number[])[], result: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, result[at] ?? 0])
  rows.forEach((pivot, at) => {
    for (const row of rows) {
      if (row === pivot) continue
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1)
      row.forEach((value, column) => {
        row[column] = value - factor * (pivot[column] ?? 0)
      })
    }
  })
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1))
}
