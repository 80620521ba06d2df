import type { Difficulty } from './question.ts'

const worth: Record<Difficulty, number> = { easy: 10, medium: 20, hard: 30 }

/** The share of the points that a hint costs. */
export const hintCost = 0.25

/** The share of the improvement that a later attempt earns. */
export const laterShare = 0.5

/** The points for a full answer at the first attempt. */
export function fullPoints(difficulty: Difficulty): number {
  return worth[difficulty]
}

/**
 * The points that one attempt adds, a whole number of at least 0. The first attempt earns the score times the full
 * points. A later attempt earns a share of its improvement over the best earlier one. Speed doesn't matter.
 */
export function pointsForAttempt(attempt: {
  difficulty: Difficulty
  /** 0 to 1. */
  score: number
  /** The scores of the earlier attempts, 0 to 1. */
  before: readonly number[]
  hint: boolean
}): number {
  const most = fullPoints(attempt.difficulty) * (attempt.hint ? 1 - hintCost : 1)
  if (attempt.before.length === 0) return Math.round(most * attempt.score)
  const gained = Math.max(0, attempt.score - Math.max(...attempt.before))
  return Math.round(most * gained * laterShare)
}
