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
  /** The Monday of the week whose board has the points, `2026-01-26`. */
  week: string
}
