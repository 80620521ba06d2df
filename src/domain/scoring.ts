import type { Difficulty } from './question.ts'

const worth: Record<Difficulty, number> = { easy: 10, medium: 20, hard: 30 }

/** Share of the points that a hint costs. */
export const hintCost = 0.25

/** Share that a later attempt earns of what it adds to the best earlier one. */
export const laterShare = 0.5

/** Points for a full answer at the first attempt. */
export function fullPoints(difficulty: Difficulty): number {
  return worth[difficulty]
}

/**
 * Points that one attempt adds, a whole number of at least 0. The first earns score × worth. A later one earns a share
 * of its improvement on the best earlier one, so it can never earn more than that share of what was left. Speed is not
 * rewarded.
 */
export function pointsForAttempt(attempt: {
  difficulty: Difficulty
  /** 0 to 1. */
  score: number
  /** Scores of the earlier attempts, 0 to 1. */
  before: readonly number[]
  hint: boolean
}): number {
  const most = fullPoints(attempt.difficulty) * (attempt.hint ? 1 - hintCost : 1)
  if (attempt.before.length === 0) return Math.round(most * attempt.score)
  const gained = Math.max(0, attempt.score - Math.max(...attempt.before))
  return Math.round(most * gained * laterShare)
}
