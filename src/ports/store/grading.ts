import type { Answer } from '../../domain/answer.ts'
import type { Round } from '../../domain/round.ts'
import type { Streak } from '../../domain/streak.ts'
import type { SavedGrade } from './answers.ts'
import type { LedgerEntry } from './boards.ts'

/** An answer with all that grading it takes, as it was at one moment. */
export type Sheet = {
  round: Round
  /** The player's attempts up to this one, first to last; the score is of the newest grade. */
  attempts: { answer: Answer; score?: number }[]
  /** Whether the player took the hint. */
  hint: boolean
  /** The workspace's zone. */
  zone: string
  streak: Streak
  /** Local dates of the channel's latest scheduled rounds, newest first; left empty for an extra round. */
  scheduled: string[]
}

export type Graded = {
  answer: Answer
  grade: Omit<SavedGrade, 'id' | 'answerId' | 'earned' | 'earnedInAll'>
  entry: Omit<LedgerEntry, 'gradeId'>
  /** Left out where it stays as it is. */
  streak?: { before: Streak; after: Streak }
}

export type Grading = {
  sheet(answerId: number): Promise<Sheet | undefined>
  /**
   * Saves grade, points, standings, streak and the answer's new state, all or nothing. False, and nothing, where the answer
   * no longer waits, or its text or the streak are no longer what they were: whoever graded it has to look again.
   */
  save(graded: Graded): Promise<boolean>
}
