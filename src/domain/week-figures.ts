import type { Milestone } from './habit/streak.ts'

/** How much was played. */
export type Played = {
  /** Graded answers, and how many people gave them. */
  answers: number
  players: number
  /** Questions that somebody answered. */
  questions: number
}

/** What a workspace did in a week, in addition to its boards. */
export type WeekFigures = Played & {
  /** Rounds that were posted. */
  asked: number
  /** People who answered in the four weeks that end with this one. */
  recent: number
  /** The question that the smallest share of its players got right; undefined if everybody got everything. */
  hardest?: { questionId: string; questionVersion: string; players: number; correct: number }
  /** The longest current streaks among those who answered, longest first; from two days on. */
  streaks: { name: string; days: number }[]
  /** Who reached a milestone streak in this week, most days first. */
  milestones: { name: string; days: Milestone }[]
  /**
   * People who answered for the first time ever: how many, the names of the first few, and which of them earned most.
   */
  newcomers: { count: number; names: string[]; best?: { name: string; points: number } }
  /**
   * The team with the largest share of players who answered; undefined if that is less than half, or the team has fewer
   * than three players.
   */
  turnout?: { team: string; members: number; played: number }
}
