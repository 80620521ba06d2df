import type { CompiledRubric } from '../rubric/compiled-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import type { Grade, Verdict } from '../rubric/rubric.ts'
import { isBetter, type Mark, ruledGrade } from './mark.ts'

/** An answer that a workspace has settled, and what it counts as. Its text is only in the answer. */
export type SettledAnswer = { answerId: number; verdict: Verdict }

/** How many answers of a workspace count as settled for one question, at most. */
export const mostSettled = { decided: 100, right: 60 } as const

/** A ruling's mark, and the best that the grader may make of its words. Rulings of earlier releases don't say it. */
type Ruled = { mark: Mark; most?: Verdict }

/**
 * What words with a ruling count as, and whether the ruling itself made it so. The comparison with what the workspace
 * has settled never makes more of them than the ruling.
 */
export function gradeRuled(
  rubric: CompiledRubric,
  text: string,
  { mark, most = mostOf(mark, 'incorrect') }: Ruled,
): { grade: Grade; ruled: boolean } {
  const compared = gradeAnswer(rubric, text)
  const read = isBetter(compared.verdict, most) ? gradeAnswer({ ...rubric, settled: undefined }, text) : compared
  const { score, verdict } = ruledGrade(read, mark)
  return { grade: { ...read, score, verdict }, ruled: score !== read.score || verdict !== read.verdict }
}

/** The best that the grader may make of words that an admin decided about, by what it made of them then. */
export function mostOf(mark: Mark, graded: Verdict): Verdict {
  if (mark === 'right') return 'correct'
  return mark === 'half' || graded === 'correct' ? 'partial' : graded
}
