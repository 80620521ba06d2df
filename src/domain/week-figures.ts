/** What a workspace did in a week, beside its boards. */
export type WeekFigures = {
  /** Rounds that were posted. */
  asked: number
  /** Graded answers, and the people they came from. */
  answers: number
  players: number
  /** Questions that somebody answered. */
  questions: number
  /** The question that the smallest share of its players got right; none where everybody got everything. */
  hardest?: { questionId: string; questionVersion: string; players: number; correct: number }
  /** The longest streak that goes on among those who answered; none below two days. */
  streak?: { name: string; days: number }
  /** People who answered for the first time ever: how many, and the names of the first few. */
  newcomers: { count: number; names: string[] }
}
