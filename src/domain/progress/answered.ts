import type { Verdict } from '../rubric/rubric.ts'

/** One graded answer of a player, as far as their progress is concerned. */
export type GradedAnswer = {
  roundId: number
  questionId: string
  topic: string
  at: Date
  verdict: Verdict
  /** Of all its grades together. */
  points: number
}
