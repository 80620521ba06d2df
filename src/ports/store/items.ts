import type { Verdict } from '../../domain/rubric/rubric.ts'

/** One graded answer, as question figures and regrading need it. */
export type ItemAnswer = {
  answerId: number
  questionId: string
  workspaceId: number
  roundId: number
  playerId: number
  playerName: string
  teamId?: number
  attempt: number
  /** Empty if it was erased. */
  text: string
  score: number
  verdict: Verdict
  /** Ids of points that were not found. */
  missed: string[]
  earnedInAll: number
  receivedAt: Date
}

export type Items = {
  /** All graded answers to a question, oldest first. */
  ofQuestion(questionId: string): Promise<ItemAnswer[]>
  /** The latest graded answers to any question. */
  latest(limit: number): Promise<ItemAnswer[]>
}
