import type { Question } from '../domain/question.ts'
import { maximumAnswerLength } from '../domain/rubric/limits.ts'
import type { Form } from '../ports/message.ts'
import { counted, plain, prose } from './rich.ts'

export function answerForm(question: Question, roundId: number, attemptsLeft: number): Form {
  return {
    action: `answer:${roundId}`,
    title: 'Your answer',
    intro: plain(prose(question.prompt)),
    fields: [
      {
        name: 'text',
        label: `In your own words (${counted(attemptsLeft, 'try', 'tries')} left)`,
        placeholder: 'One to three sentences are enough.',
        most: maximumAnswerLength,
        lines: 'many',
      },
    ],
    submit: 'Send',
  }
}
