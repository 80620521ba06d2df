import type { Question } from './question.ts'
import { compileRubric } from './rubric/compile-rubric.ts'
import type { CompiledRubric } from './rubric/compiled-rubric.ts'
import { gradeAnswer } from './rubric/grade-answer.ts'
import { misconceptionsOf } from './rubric/misconceptions-of.ts'
import type { Grade, Synonyms, Verdict } from './rubric/rubric.ts'

export type QuestionCheck = {
  id: string
  topic: string
  examples: number
  /** The share of examples that are graded as labeled, 0 to 1; 1 if there are none. */
  accuracy: number
  misgraded: { answer: string; label: Verdict; verdict: Verdict; score: number }[]
  /** `missedPositives`: labeled correct and graded lower. `missedNegatives`: labeled incorrect and graded higher. */
  missedPositives: number
  missedNegatives: number
  /** In how many examples each point and misconception affects the grade, by label. */
  effects: { id: string; kind: 'point' | 'misconception'; correct: number; partial: number; incorrect: number }[]
  /** Problems of the question other than misgraded examples. */
  problems: string[]
}

export function checkQuestion(question: Question, synonyms: Synonyms): QuestionCheck {
  const compiled = compileRubric(question.rubric, { prompt: question.prompt, hint: question.hint, synonyms })
  const graded = question.examples.map((example) => ({ ...example, grade: gradeAnswer(compiled, example.answer) }))
  const wrong = graded.filter(({ verdict, grade }) => grade.verdict !== verdict)
  return {
    id: question.id,
    topic: question.topic,
    examples: graded.length,
    accuracy: graded.length === 0 ? 1 : 1 - wrong.length / graded.length,
    misgraded: wrong.map(({ answer, verdict, grade }) => ({
      answer,
      label: verdict,
      verdict: grade.verdict,
      score: grade.score,
    })),
    missedPositives: wrong.filter(({ verdict }) => verdict === 'correct').length,
    missedNegatives: wrong.filter(({ verdict }) => verdict === 'incorrect').length,
    effects: effects(question, graded),
    problems: selfProblems(question, compiled),
  }
}

function effects(question: Question, graded: { verdict: Verdict; grade: Grade }[]): QuestionCheck['effects'] {
  const count = (label: Verdict, has: (grade: Grade) => boolean): number =>
    graded.filter(({ verdict, grade }) => verdict === label && has(grade)).length
  const effect = (
    id: string,
    kind: 'point' | 'misconception',
    has: (grade: Grade) => boolean,
  ): QuestionCheck['effects'][number] => ({
    id,
    kind,
    correct: count('correct', has),
    partial: count('partial', has),
    incorrect: count('incorrect', has),
  })
  return [
    ...question.rubric.points.map(({ id }) =>
      effect(id, 'point', (grade) => grade.points.some((point) => point.id === id && point.found)),
    ),
    ...misconceptionsOf(question.rubric).map(({ id }) =>
      effect(id, 'misconception', (grade) => grade.misconceptions.some((one) => one.id === id)),
    ),
  ]
}

/** The problems of a question that don't depend on its examples. */
export function selfProblems(question: Question, compiled: CompiledRubric): string[] {
  const found: string[] = []
  if (gradeAnswer(compiled, question.answer).verdict !== 'correct')
    found.push('the model answer is not graded as correct')
  if (gradeAnswer(compiled, question.prompt).verdict !== 'incorrect')
    found.push('the prompt, submitted as the answer, is not graded as incorrect')
  return found
}
