import type { Answer } from '../../domain/answer.ts'
import type { Grade } from '../../domain/rubric/rubric.ts'
import type { ReplyPath } from '../chat.ts'

export type NewAnswer = {
  roundId: number
  playerId: number
  teamId?: number
  attempt: number
  text: string
  /** The event that it came in; a second delivery is the same answer. */
  eventId: string
  path?: ReplyPath
  requestId?: string
  receivedAt: Date
  /**
   * The player's fingerprint: nothing is stored if a person with this fingerprint was forgotten after answering the
   * round.
   */
  fingerprint: string
}

/** A saved grade: an answer's newest one counts. */
export type SavedGrade = Grade & {
  id: number
  answerId: number
  questionVersion: string
  cause: GradeCause
  /** The points that this grade added or removed. */
  earned: number
  /** The sum over all grades of the answer. */
  earnedInAll: number
  gradedAt: Date
}

export type GradeCause = 'graded' | 'dispute' | 'regrade' | 'ruling'

export type Answers = {
  /**
   * Stores an answer as `received`. `repeated` if the same event, or the same words by the same player in the same
   * round, had been stored before: returns that answer. Undefined if another answer used up the attempt, or the person
   * was forgotten.
   */
  receive(answer: NewAnswer): Promise<{ answer: Answer; repeated: boolean } | undefined>
  /** With `lock`, nobody else changes the answer until the transaction ends. */
  find(id: number, lock?: 'lock'): Promise<Answer | undefined>
  /** Attempts of one player in a round, first to last, each with its newest grade. */
  ofPlayer(roundId: number, playerId: number): Promise<{ answer: Answer; grade?: SavedGrade }[]>
  /** The best graded answer of each player in a round, and how many answers are still waiting for their grade. */
  ofRound(roundId: number): Promise<{ best: BestAnswer[]; waiting: number }>
  /** How many players have answered a round. */
  countPlayers(roundId: number): Promise<number>
  /** Sends the grade there from now on. Returns false and changes nothing if the answer isn't waiting any more. */
  redirect(id: number, path: ReplyPath): Promise<boolean>
  /** `told` also clears what only delivery needed: the reply path, and the ids of event and request. */
  change(id: number, change: { state: 'graded' | 'told'; at: Date }): Promise<void>
  /** Answers received or graded before `before` that were not graded or told; ids above `after`, ascending. */
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
  /** Over all of the player's attempts. */
  points: number
  /** Ids of those in any of the player's attempts, each once. */
  misconceptions: string[]
}

export type Grades = {
  /** Saves a grade in addition to those the answer already has. */
  save(grade: Omit<SavedGrade, 'id' | 'earnedInAll'>): Promise<{ id: number }>
  newest(answerId: number): Promise<SavedGrade | undefined>
  /** All grades of an answer, newest first. */
  all(answerId: number): Promise<SavedGrade[]>
  /** By how much the decisions of one moment changed a player's total: a decision may recount all of their tries. */
  changeAt(playerId: number, decidedAt: Date): Promise<number>
  /** Whether none of the player's answers before this one was graded as right. */
  noneRightBefore(answer: { id: number; playerId: number }): Promise<boolean>
}

export type Hints = {
  /** False if the player had already taken it. */
  take(roundId: number, playerId: number): Promise<boolean>
  taken(roundId: number, playerId: number): Promise<boolean>
}
