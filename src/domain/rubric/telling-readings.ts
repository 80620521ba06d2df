import type { CompiledRubric } from './compiled-rubric.ts'
import { gradeAnswer } from './grade-answer.ts'
import type { Reading } from './rubric.ts'

/** The readings of misspelled words that changed the result. */
export function tellingReadings(rubric: CompiledRubric, text: string, readings: readonly Reading[]): Reading[] {
  if (readings.length === 0) return []
  const found = findings(rubric, text)
  return readings.filter(({ read }) => findings(rubric, text.replaceAll(read, ' ')) !== found)
}

function findings(rubric: CompiledRubric, text: string): string {
  const { points, misconceptions } = gradeAnswer(rubric, text)
  return JSON.stringify([points.map(({ found }) => found), misconceptions.map(({ id }) => id)])
}
