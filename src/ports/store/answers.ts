import type { Answer } from '../../domain/answer.ts'
import type { Grade } from '../../domain/rubric/rubric.ts'
import type { ReplyPath } from '../chat.ts'

export type NewAnswer = {
  roundId: number
  playerId: number
  teamId?: number
  attempt: number
  text: string
  /** The id of the event that contained it. A second delivery of the event returns the same answer. */
  eventId: string
  path?: ReplyPath
  requestId?: string
  receivedAt: Date
  /**
   * The player's fingerprint. Nothing is stored if a person with this fingerprint answered the round and was then
   * forgotten.
   */
  fingerprint: string
}

export type SavedGrade = Grade & {
  id: number
  answerId: number
  questionVersion: string
  cause: GradeCause
  /** The points that this grade added or removed. */
  earned: number
  /** The sum of `earned` over all grades of the answer. */
  earnedInAll: number
  gradedAt: Date
}

/** An answer with its newest grade. */
export type Attempt = { answer: Answer; grade?: SavedGrade }

export type GradeCause = 'graded' | 'dispute' | 'regrade' | 'ruling'

export type Answers = {
  /**
   * Stores an answer as `received`. Returns the existing answer with `repeated` if the same event, or the same text by
   * the same player in the same round, is already stored. Returns undefined if no attempt is left, or if the person was
   * forgotten.
   */
  receive(answer: NewAnswer): Promise<{ answer: Answer; repeated: boolean } | undefined>
  /** With `lock`, no other transaction can change the answer until this one ends. */
  find(id: number, lock?: 'lock'): Promise<Answer | undefined>
  /** One player's attempts in a round, first to last. */
  ofPlayer(roundId: number, playerId: number): Promise<Attempt[]>
  /** The best graded answer of each player in a round, and the number of ungraded answers. */
  ofRound(roundId: number): Promise<{ best: BestAnswer[]; waiting: number }>
  countPlayers(roundId: number): Promise<number>
  /** Sets the path for the grade. Returns false and changes nothing if the answer is already graded. */
  redirect(id: number, path: ReplyPath): Promise<boolean>
  /**
   * The state `told` also clears data that only the delivery needed: the reply path, and the ids of the event and the
   * request.
   */
  change(id: number, change: { state: 'graded' | 'told'; at: Date }): Promise<void>
  /**
   * Answers that were received before `before` and aren't graded, or were graded before `before` and aren't told; ids
   * above `after`, ascending.
   */
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
  /** The sum over all of the player's attempts. */
  points: number
  /** The ids from all of the player's attempts, each once. */
  misconceptions: string[]
}

export type Grades = {
  /** Adds a grade to those that the answer already has. */
  save(grade: Omit<SavedGrade, 'id' | 'earnedInAll'>): Promise<{ id: number }>
  newest(answerId: number): Promise<SavedGrade | undefined>
  /** All grades of an answer, newest first. */
  all(answerId: number): Promise<SavedGrade[]>
  /**
   * How much the decisions with this timestamp changed a player's total. One decision can recount all of the player's
   * attempts.
   */
  changeAt(playerId: number, decidedAt: Date): Promise<number>
  /** Whether none of the player's earlier answers was graded as correct. */
  noneRightBefore(answer: { id: number; playerId: number }): Promise<boolean>
}

export type Hints = {
  /** Returns false if the player had already taken the hint. */
  take(roundId: number, playerId: number): Promise<boolean>
  taken(roundId: number, playerId: number): Promise<boolean>
}
