import type { Verdict } from '../rubric.ts'
import { marks } from './precedents.ts'
import { means, spreads, weights } from './weights.ts'

export type Scale = { means: readonly number[]; spreads: readonly number[] }

/** Per verdict of the rubric, the weights of each label; the last number is the intercept. */
const rows = Object.fromEntries(marks.map((verdict) => [verdict, weights.map((row) => rowOf(row, verdict))]))

/**
 * The most likely label by multinomial logistic regression. The inputs are the rubric's verdict and the features of
 * `compare`: once for all verdicts, and again for the verdicts correct and partial.
 */
export function weigh(verdict: Verdict, features: readonly number[]): Verdict {
  let [best, most] = [verdict, Number.NEGATIVE_INFINITY]
  rows[verdict]?.forEach((row, mark) => {
    let score = row[features.length] ?? 0
    for (let i = 0; i < features.length; i++) score += (row[i] ?? 0) * (features[i] ?? 0)
    if (score > most) [best, most] = [marks[mark] ?? verdict, score]
  })
  return best
}

/**
 * Precomputes everything that is the same for all answers with this verdict. This is possible because the score is
 * linear in the features.
 */
function rowOf(row: readonly number[], verdict: Verdict): Float64Array {
  const score = (features: readonly number[]): number =>
    inputsOf(verdict, features, { means, spreads }).reduce((sum, input, i) => sum + input * (row[i] ?? 0), 0)
  const none = means.map(() => 0)
  return Float64Array.from([...means.map((_, i) => score(none.with(i, 1)) - score(none)), score(none)])
}

/** The inputs of the weights: one for each verdict, then the standardized features three times. */
export function inputsOf(verdict: Verdict, features: readonly number[], { means, spreads }: Scale): number[] {
  const scaled = features.map((feature, i) => (feature - (means[i] ?? 0)) / (spreads[i] || 1))
  const only = (one: Verdict): number[] => scaled.map((feature) => (verdict === one ? feature : 0))
  return [...marks.map((mark) => (mark === verdict ? 1 : 0)), ...scaled, ...only('correct'), ...only('partial')]
}
