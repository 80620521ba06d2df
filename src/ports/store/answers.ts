import type { Answer } from '../../domain/answer.ts'
import type { Grade } from '../../domain/rubric/rubric.ts'
import type { ReplyPath } from '../chat.ts'

export type NewAnswer = {
  roundId: number
  playerId: number
  teamId?: number
  attempt: number
  text: string
  /** The event that brought it; a second delivery is the same answer. */
  eventId: string
  path?: ReplyPath
  requestId?: string
  receivedAt: Date
  /** The player's fingerprint: nothing is stored if a person with it left after answering the round. */
  fingerprint: string
}

/** A grade as it was saved: the newest of an answer holds. */
export type SavedGrade = Grade & {
  id: number
  answerId: number
  questionVersion: string
  cause: GradeCause
  /** Points that this grade moved. */
  earned: number
  /** Points of all grades of the answer together. */
  earnedInAll: number
  gradedAt: Date
}

export type GradeCause = 'graded' | 'dispute' | 'regrade' | 'ruling'

export type Answers = {
  /**
   * Stores an answer as `received`. `repeated` when the same event, or the same words by the same player in the same
   * round, had been stored before: that answer comes back. Undefined if another answer took the attempt, or the person left.
   */
  receive(answer: NewAnswer): Promise<{ answer: Answer; repeated: boolean } | undefined>
  /** With `lock`, nobody else changes the answer until the transaction ends. */
  find(id: number, lock?: 'lock'): Promise<Answer | undefined>
  /** Attempts of one player in a round, first to last, each with its newest grade. */
  ofPlayer(roundId: number, playerId: number): Promise<{ answer: Answer; grade?: SavedGrade }[]>
  /** The best graded answer of each player of a round, and how many answers still wait for their grade. */
  ofRound(roundId: number): Promise<{ best: BestAnswer[]; waiting: number }>
  /** How many players have answered a round. */
  countPlayers(roundId: number): Promise<number>
  /** From now on the grade goes there. False, and nothing, where the answer waits no more. */
  redirect(id: number, path: ReplyPath): Promise<boolean>
  /** `told` also drops what only delivery needed: the reply path, and the ids of event and request. */
  change(id: number, change: { state: 'graded' | 'told'; at: Date }): Promise<void>
  /** Answers received or graded before `before` that were not graded or told; from the id behind `after`, in their order. */
  unfinished(page: {
    before: Date
    after: number
    limit: number
  }): Promise<{ id: number; workspaceId: number | undefined; state: Answer['state'] }[]>
}

export type BestAnswer = {
  answer: Answer
  grade: SavedGrade
  playerName: string
  /** Of all the player's attempts together. */
  points: number
  /** Ids of those that any attempt of the player fell for, each once. */
  misconceptions: string[]
}

export type Grades = {
  /** Saves a grade beside those the answer already has. */
  save(grade: Omit<SavedGrade, 'id' | 'earnedInAll'>): Promise<{ id: number }>
  newest(answerId: number): Promise<SavedGrade | undefined>
  /** All grades of an answer, newest first. */
  all(answerId: number): Promise<SavedGrade[]>
}

export type Hints = {
  /** False where the player had already taken it. */
  take(roundId: number, playerId: number): Promise<boolean>
  taken(roundId: number, playerId: number): Promise<boolean>
}
