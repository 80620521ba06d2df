import type { Verdict } from '../rubric/rubric.ts'

/** One graded answer of a player, as far as their progress is concerned. */
export type GradedAnswer = {
  roundId: number
  questionId: string
  topic: string
  at: Date
  verdict: Verdict
  /** Summed over all its grades. */
  points: number
}

/** Questions that somebody answered and never got right, the latest first. */
export function missedQuestions(answers: readonly GradedAnswer[]): string[] {
  const got = new Set(answers.filter(({ verdict }) => verdict === 'correct').map(({ questionId }) => questionId))
  const missed = answers.filter(({ questionId }) => !got.has(questionId)).map(({ questionId }) => questionId)
  return [...new Set(missed.reverse())]
}
