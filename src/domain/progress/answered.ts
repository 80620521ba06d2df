import type { Verdict } from '../rubric/rubric.ts'

export type GradedAnswer = {
  roundId: number
  questionId: string
  topic: string
  at: Date
  verdict: Verdict
  /** The sum over all grades of the answer. */
  points: number
}

/** Questions that a player answered and never got right, latest first. */
export function missedQuestions(answers: readonly GradedAnswer[]): string[] {
  const got = new Set(answers.filter(({ verdict }) => verdict === 'correct').map(({ questionId }) => questionId))
  const missed = answers.filter(({ questionId }) => !got.has(questionId)).map(({ questionId }) => questionId)
  return [...new Set(missed.reverse())]
}
