import type { Answer } from '../../domain/answer.ts'
import type { AskedDays, Streak } from '../../domain/habit/streak.ts'
import type { Round } from '../../domain/round.ts'
import type { SavedGrade } from './answers.ts'
import type { LedgerEntry } from './boards.ts'

/** An answer with all data that grading it requires, read at one moment. */
export type Sheet = {
  round: Round
  /** Changes with every ruling, dispute decision or regrade in the round. */
  roundVersion: string
  /** The player's attempts up to this one, first to last. The score is from the newest grade. */
  attempts: { answer: Answer; score?: number }[]
  hint: boolean
  /** Whether an admin of the workspace ruled on any wording of this version of the question. */
  ruled: boolean
  zone: string
  streak: Streak
  /**
   * The questions asked since the day of the player's last answer, in the channels where they play and in the round's
   * channel.
   */
  asked: AskedDays
}

export type Wanted = {
  asked: number[]
  /** How many other ungraded answers to include at most, with ids above `after`, ascending. */
  along: number
  after: number
  /** How many of those others to skip, because another worker is processing them. */
  behind: number
  apart: number[]
}

export type Graded = {
  answer: Answer
  /** The `roundVersion` of the sheet with which it was graded. */
  roundVersion: string
  grade: Omit<SavedGrade, 'id' | 'answerId' | 'earned' | 'earnedInAll'>
  entry: Omit<LedgerEntry, 'gradeId'>
  /** Absent if unchanged. `before` is the state after the same player's previous answer in the list. */
  streak?: { before: Streak; after: Streak }
}

export type Grading = {
  /** The sheets of the requested answers, of their players' earlier attempts, and of other ungraded answers, by id. */
  sheets(wanted: Wanted): Promise<Sheet[]>
  /**
   * Saves grades, points, standings, streaks and the state of the answers, all or nothing per player. Returns the ids
   * of the saved answers. A player's answers aren't saved if one of them is already graded, or if its text, the streak,
   * or a decision about grades in the round has changed. The caller then has to grade them again.
   */
  save(graded: Graded[]): Promise<Set<number>>
}
