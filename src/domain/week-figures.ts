import type { Milestone } from './habit/streak.ts'

export type Played = {
  /** The number of graded answers, and of people who gave them. */
  answers: number
  players: number
  questions: number
}

export type WeekFigures = Played & {
  asked: number
  /** People who answered in the four weeks that end with this one. */
  recent: number
  /** The question with the smallest share of correct players; undefined if all answers were correct. */
  hardest?: { questionId: string; questionVersion: string; players: number; correct: number }
  /** The longest current streaks among the players of the week, longest first, at least two days. */
  streaks: { name: string; days: number }[]
  /** Players who reached a milestone streak in this week, most days first. */
  milestones: { name: string; days: Milestone }[]
  /**
   * Players who answered for the first time: their number, the names of the first few, and the one with the most
   * points.
   */
  newcomers: { count: number; names: string[]; best?: { name: string; points: number } }
  /**
   * The team with the largest share of players who answered; undefined if that is less than half, or if the team has
   * fewer than three players.
   */
  turnout?: { team: string; members: number; played: number }
}
