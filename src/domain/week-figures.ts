import type { Milestone } from './habit/streak.ts'

/** How much was played. */
export type Played = {
  /** Graded answers, and the people they came from. */
  answers: number
  players: number
  /** Questions that somebody answered. */
  questions: number
}

/** What a workspace did in a week, beside its boards. */
export type WeekFigures = Played & {
  /** Rounds that were posted. */
  asked: number
  /** People who answered in the four weeks that end with this one. */
  recent: number
  /** The question that the smallest share of its players got right; none where everybody got everything. */
  hardest?: { questionId: string; questionVersion: string; players: number; correct: number }
  /** The longest streaks that go on among those who answered, longest first; none below two days. */
  streaks: { name: string; days: number }[]
  /** Who reached such a number of days in a row in this week, most days first. */
  milestones: { name: string; days: Milestone }[]
  /** People who answered for the first time ever: how many, the names of the first few, and who of them earned most. */
  newcomers: { count: number; names: string[]; best?: { name: string; points: number } }
  /** The team of which the largest share answered; none where that is less than half of it, or it has fewer than three players. */
  turnout?: { team: string; members: number; played: number }
}
