import { compileRubric, type RubricContext } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'

/** What of a text one pattern finds, in the text's own words; undefined when it finds nothing. */
export function foundIn(pattern: string, text: string, context: RubricContext = {}): string[] | undefined {
  const rubric = compileRubric({ points: [{ id: 'only', label: 'Only', says: [pattern] }] }, context)
  const [point] = gradeAnswer(rubric, text).points
  return point?.found ? point.evidence.map(({ start, end }) => text.slice(start, end)) : undefined
}

export function finds(pattern: string, text: string, context: RubricContext = {}): boolean {
  return foundIn(pattern, text, context) !== undefined
}
