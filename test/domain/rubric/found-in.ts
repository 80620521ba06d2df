import { compileRubric, type RubricContext } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'

/** Returns the words that one pattern finds in a text, or undefined. */
export function foundIn(pattern: string, text: string, context: RubricContext = {}): string[] | undefined {
  const rubric = compileRubric({ points: [{ id: 'only', label: 'Only', says: [pattern] }] }, context)
  const [point] = gradeAnswer(rubric, text).points
  return point?.found ? point.evidence.map(({ start, end }) => text.slice(start, end)) : undefined
}

export function finds(pattern: string, text: string, context: RubricContext = {}): boolean {
  return foundIn(pattern, text, context) !== undefined
}
