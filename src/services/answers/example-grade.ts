import type { Question } from '../../domain/question.ts'
import { gradeAnswer } from '../../domain/rubric/grade-answer.ts'
import { pointsForAttempt } from '../../domain/scoring.ts'
import { feedback } from '../../messages/feedback.ts'
import type { Message } from '../../ports/message.ts'
import type { Deps } from '../deps.ts'

export type ExampleGrade = { question: Question; text: string; told: Message }

const questionId = 'one-off-dyno-what'
const text = 'A temporray dyno you start with heroku run, say for a database migration.'

/** Grades the example with the product's own grader. Returns undefined if the bank doesn't have the question. */
export async function exampleGrade({ bank }: Pick<Deps, 'bank'>): Promise<ExampleGrade | undefined> {
  const builtIn = await bank.current({ workspaceId: 0, packs: ['built-in'] })
  const version = builtIn.find(({ id }) => id === questionId)?.version
  if (version === undefined) return undefined
  const { question, rubric } = await bank.find({ workspaceId: 0, questionId, questionVersion: version })
  const grade = gradeAnswer(rubric, text)
  const points = pointsForAttempt({ difficulty: question.difficulty, score: grade.score, before: [], hint: false })
  const told = feedback({
    ...{
      question,
      text,
      grade,
      points,
      total: points,
      before: [],
      hint: false,
      attempt: 1,
      attempts: 2,
      attemptsLeft: 1,
    },
    ...{ answerId: 0, roundId: 0, closed: false, offersReminder: false },
  })
  return { question, text, told }
}
