import type { Verdict } from '../../domain/rubric/rubric.ts'

/** A graded answer, with the data that question figures and regrading need. */
export type ItemAnswer = {
  answerId: number
  questionId: string
  workspaceId: number
  roundId: number
  playerId: number
  playerName: string
  teamId?: number
  attempt: number
  /** Empty if the text was erased. */
  text: string
  score: number
  verdict: Verdict
  /** Ids of the points that the grader didn't find. */
  missed: string[]
  earnedInAll: number
  receivedAt: Date
}

export type Items = {
  /** All graded answers to a question, oldest first. */
  ofQuestion(questionId: string): Promise<ItemAnswer[]>
  latest(limit: number): Promise<ItemAnswer[]>
}
