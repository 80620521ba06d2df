import type { Question } from '../../domain/question.ts'
import { gradeAnswer } from '../../domain/rubric/grade-answer.ts'
import { pointsForAttempt } from '../../domain/scoring.ts'
import { feedback } from '../../messages/feedback.ts'
import type { Message } from '../../ports/message.ts'
import type { Deps } from '../deps.ts'

/** A question, an answer to it and what a player would be told. */
export type ExampleGrade = { question: Question; text: string; told: Message }

const questionId = 'one-off-dyno-what'
const text = 'A temporray dyno you start with heroku run, say for a database migration.'

/** Graded on the spot, so it is what the product really says; undefined if the bank has no such question. */
export async function exampleGrade({ bank }: Pick<Deps, 'bank'>): Promise<ExampleGrade | undefined> {
  const builtIn = await bank.current({ workspaceId: 0, packs: ['built-in'] })
  const version = builtIn.find(({ id }) => id === questionId)?.version
  if (version === undefined) return undefined
  const { question, rubric } = await bank.find({ workspaceId: 0, questionId, questionVersion: version })
  const grade = gradeAnswer(rubric, text)
  const points = pointsForAttempt({ difficulty: question.difficulty, score: grade.score, before: [], hint: false })
  const told = feedback({
    ...{ question, text, grade, points, total: points, before: [], hint: false, attemptsLeft: 1 },
    ...{ answerId: 0, roundId: 0, closed: false, offersReminder: false },
  })
  return { question, text, told }
}
