import type { Answer } from '../../domain/answer.ts'
import type { AskedDays, Streak } from '../../domain/habit/streak.ts'
import type { Round } from '../../domain/round.ts'
import type { SavedGrade } from './answers.ts'
import type { LedgerEntry } from './boards.ts'

/** An answer with all that grading it takes, as it was at one moment. */
export type Sheet = {
  round: Round
  /** Another one as soon as anybody decided about grades in the round, by a ruling, a dispute or a regrade. */
  roundVersion: string
  /** The player's attempts up to this one, first to last; the score is of the newest grade. */
  attempts: { answer: Answer; score?: number }[]
  /** Whether the player took the hint. */
  hint: boolean
  /** Whether an admin of the workspace ruled on any wording of this version of the question. */
  ruled: boolean
  /** The workspace's zone. */
  zone: string
  streak: Streak
  /** What was asked since the player's last answered day, where they play and in the round's channel. */
  asked: AskedDays
}

export type Wanted = {
  /** Answers to grade, whatever their state. */
  asked: number[]
  /** How many others that wait for their grade may come along, from the one behind `after`, in the order of their ids. */
  along: number
  after: number
  /** So many of them are passed over: somebody else is at those. */
  behind: number
  /** Answers that must not come along. */
  apart: number[]
}

export type Graded = {
  answer: Answer
  /** Of the sheet that it was graded by. */
  roundVersion: string
  grade: Omit<SavedGrade, 'id' | 'answerId' | 'earned' | 'earnedInAll'>
  entry: Omit<LedgerEntry, 'gradeId'>
  /** Left out where it stays as it is. `before` is what the answer of the same player before it in the list left. */
  streak?: { before: Streak; after: Streak }
}

export type Grading = {
  /** Sheets of the answers that are asked for, of their player's earlier attempts, and of others that wait; by id. */
  sheets(wanted: Wanted): Promise<Sheet[]>
  /**
   * Saves grades, points, standings, streaks and the answers' new state, all or nothing of each player. Gives the ids of
   * the answers that were saved: not those of a player of whom an answer no longer waits, or its text, the streak or what
   * was decided about grades in the round are no longer what they were. Whoever graded them has to look again.
   */
  save(graded: Graded[]): Promise<Set<number>>
}
