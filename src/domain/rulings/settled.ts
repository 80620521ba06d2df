import type { CompiledRubric } from '../rubric/compiled-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import type { Grade, Verdict } from '../rubric/rubric.ts'
import { isBetter, type Mark, ruledGrade } from './mark.ts'

/** An answer that a workspace has settled, and its mark. Its text is stored only with the answer. */
export type SettledAnswer = { answerId: number; verdict: Verdict }

/** The maximum number of settled answers of a workspace per question. */
export const mostSettled = 100

/** A ruling's mark, and the highest verdict that the grader may give its words. Rulings from earlier releases lack the latter. */
type Ruled = { mark: Mark; most?: Verdict }

/**
 * The grade of words with a ruling, and whether the ruling itself determined it. The comparison with settled answers
 * never gives them more than the ruling allows.
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

/** The highest verdict that the grader may give words that an admin decided about, based on its verdict at the time of the decision. */
export function mostOf(mark: Mark, graded: Verdict): Verdict {
  if (mark === 'right') return 'correct'
  return mark === 'half' || graded === 'correct' ? 'partial' : graded
}
