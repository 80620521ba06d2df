import type { Verdict } from '../rubric/rubric.ts'

/** An admin's decision about a wording. `as-graded` confirms the rubric's grade. */
export const marks = ['right', 'half', 'as-graded'] as const
export type Mark = (typeof marks)[number]

export type Ruled = { score: number; verdict: Verdict }

const half = 0.5

/** The grade of an answer under a ruling. A ruling never lowers the rubric's grade. */
export function ruledGrade({ score, verdict }: Ruled, mark: Mark): Ruled {
  if (mark === 'right') return { score: 1, verdict: 'correct' }
  if (mark === 'half' && score < half) return { score: half, verdict: 'partial' }
  return { score, verdict }
}

const rank: Record<Verdict, number> = { incorrect: 0, partial: 1, correct: 2 }

/** Whether a ruling would give a wording a better grade than the label by the question's author. */
export function isAbove(mark: Mark, label: Verdict): boolean {
  const given = { right: rank.correct, half: rank.partial, 'as-graded': rank.incorrect }[mark]
  return given > rank[label]
}

/**
 * The ruling on words that an admin sorted, given their grade. A better verdict raises the grade. A lower one takes
 * effect only when the question is asked again.
 */
export function markSorted(verdict: Verdict, graded: Verdict): { mark: Mark; most?: Verdict } {
  if (!isBetter(verdict, graded)) return { mark: 'as-graded', most: verdict }
  return { mark: verdict === 'correct' ? 'right' : 'half' }
}

/** The mark of all wordings in a decision, or `sorted` if an admin sorted them one by one. */
export function sharedMark(wordings: readonly { mark: Mark; most?: Verdict }[]): Mark | 'sorted' {
  const [first] = wordings
  if (!first || wordings.some(({ mark, most }) => most !== undefined || mark !== first.mark)) return 'sorted'
  return first.mark
}

export function isBetter(one: Verdict, other: Verdict): boolean {
  return rank[one] > rank[other]
}
