/** What was known before a round, and its outcome. */
export type Lesson = {
  /** Log-odds before any weight. */
  base: number
  signs: readonly number[]
  /** From 0 to 1. */
  share: number
  /** How many answers it counts as. */
  count: number
}

/** The start value of a weight, and how many answers' worth of evidence it takes to move it: more is slower. */
export type Prior = { start: number; hold: number }

const steps = 6

/**
 * The weights of a logistic regression that explain the outcomes, each pulled toward its start value: with few lessons
 * they stay there. Newton's method, which needs few steps because the penalty keeps the objective convex.
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
