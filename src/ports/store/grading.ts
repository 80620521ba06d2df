import type { Answer } from '../../domain/answer.ts'
import type { AskedDays, Streak } from '../../domain/habit/streak.ts'
import type { Round } from '../../domain/round.ts'
import type { SavedGrade } from './answers.ts'
import type { LedgerEntry } from './boards.ts'

/** An answer with everything that grading it requires, as of one moment. */
export type Sheet = {
  round: Round
  /** Changes whenever anybody decides about grades in the round, by a ruling, a dispute or a regrade. */
  roundVersion: string
  /** The player's attempts up to this one, first to last; the score is that of the newest grade. */
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
  /** How many others that are waiting for their grade may be included; ids above `after`, ascending. */
  along: number
  after: number
  /** How many of them to skip: somebody else is working on those. */
  behind: number
  /** Answers that must not be included. */
  apart: number[]
}

export type Graded = {
  answer: Answer
  /** From the sheet that it was graded with. */
  roundVersion: string
  grade: Omit<SavedGrade, 'id' | 'answerId' | 'earned' | 'earnedInAll'>
  entry: Omit<LedgerEntry, 'gradeId'>
  /** Absent if it stays the same. `before` is the state after the same player's previous answer in the list. */
  streak?: { before: Streak; after: Streak }
}

export type Grading = {
  /** Sheets of the requested answers, of their players' earlier attempts, and of others that are waiting; by id. */
  sheets(wanted: Wanted): Promise<Sheet[]>
  /**
   * Saves grades, points, standings, streaks and the answers' new state, all or nothing per player. Returns the ids of
   * the saved answers. A player's answers are not saved if one of them isn't waiting any more, or if its text, the
   * streak, or decisions about grades in the round have changed. The caller then has to grade them again.
   */
  save(graded: Graded[]): Promise<Set<number>>
}
