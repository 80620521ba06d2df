import type { Verdict } from '../rubric.ts'
import { marks } from './precedents.ts'
import { means, spreads, weights } from './weights.ts'

/** Per feature, its mean and its standard deviation. */
export type Scale = { means: readonly number[]; spreads: readonly number[] }

/**
 * What an answer most likely counts as, by multinomial logistic regression: the verdict of the rubric, and the features
 * of `compare` once for all verdicts, once more for what the rubric called correct and once for partial.
 */
export function weigh(verdict: Verdict, features: readonly number[]): Verdict {
  const inputs = inputsOf(verdict, features, { means, spreads })
  let [best, most] = [verdict, Number.NEGATIVE_INFINITY]
  weights.forEach((row, mark) => {
    let score = 0
    for (let i = 0; i < row.length; i++) score += (row[i] ?? 0) * (inputs[i] ?? 0)
    if (score > most) [best, most] = [marks[mark] ?? verdict, score]
  })
  return best
}

/** The numbers that the weights are for: one for each verdict, then the features in units of their spread, three times. */
export function inputsOf(verdict: Verdict, features: readonly number[], { means, spreads }: Scale): number[] {
  const scaled = features.map((feature, i) => (feature - (means[i] ?? 0)) / (spreads[i] || 1))
  const only = (one: Verdict): number[] => scaled.map((feature) => (verdict === one ? feature : 0))
  return [...marks.map((mark) => (mark === verdict ? 1 : 0)), ...scaled, ...only('correct'), ...only('partial')]
}
