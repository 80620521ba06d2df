import { selfProblems } from '../check-question.ts'
import type { Question } from '../question.ts'
import { compileRubric } from '../rubric/compile-rubric.ts'
import type { CompiledRubric } from '../rubric/compiled-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import type { Synonyms } from '../rubric/rubric.ts'

/** Answers that share only very common words with a real answer. */
const anything = [
  'The quick brown fox jumps over the lazy dog.',
  'My grandmother bakes bread every Sunday, and we eat it with honey.',
  'It rained all night, so they stayed at home and played chess.',
  'A train left early; nobody had seen such tall green mountains before.',
]

/** The reasons why a workspace's own question can't be asked yet, one line each for its author. */
export function findProblems(
  question: Question,
  synonyms: Synonyms,
  compiled: CompiledRubric = compileRubric(question.rubric, { prompt: question.prompt, synonyms }),
): string[] {
  const grades = anything.map((text) => gradeAnswer(compiled, text))
  const always = question.rubric.points.filter(
    ({ id }) => grades.filter(({ points }) => points.some((point) => point.id === id && point.found)).length > 1,
  )
  return [...always.map(({ id }) => `the patterns of ${id} match almost any text`), ...selfProblems(question, compiled)]
}
