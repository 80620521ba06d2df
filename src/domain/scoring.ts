import type { Difficulty } from './question.ts'

const worth: Record<Difficulty, number> = { easy: 10, medium: 20, hard: 30 }

/** What a hint leaves of the points. */
const withHint = 0.75

/** Share of what the attempts before left that a later attempt can still earn. */
const laterShare = 0.5

/** Points of a full answer at the first attempt. */
export function fullPoints(difficulty: Difficulty): number {
  return worth[difficulty]
}

/**
 * Points that one attempt adds, a whole number of at least 0. The first earns score x worth. A later one earns half of
 * what it improved on the best before it, so it can never earn more than half of what was left. There is no reward for speed.
 */
export function pointsForAttempt(attempt: {
  difficulty: Difficulty
  /** 0 to 1. */
  score: number
  /** Scores of the attempts before, 0 to 1. */
  before: readonly number[]
  hint: boolean
}): number {
  const most = fullPoints(attempt.difficulty) * (attempt.hint ? withHint : 1)
  if (attempt.before.length === 0) return Math.round(most * attempt.score)
  const gained = Math.max(0, attempt.score - Math.max(...attempt.before))
  return Math.round(most * gained * laterShare)
}
