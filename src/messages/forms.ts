import type { Question } from '../domain/question.ts'
import { maximumAnswerLength } from '../domain/rubric/limits.ts'
import type { Form, Message } from '../ports/message.ts'
import { counted, plain, prose } from './rich.ts'

/** The message to show instead of a form with a file, if the platform doesn't accept files. */
export function withoutFiles({ fields }: Form): Message | undefined {
  return fields.find((field) => field.kind === 'file')?.instead
}

/** `earlier` is the text of the player's last attempt, to be edited. */
export function answerForm(question: Question, roundId: number, attemptsLeft: number, earlier?: string): Form {
  const label = `In your own words (${counted(attemptsLeft, 'try', 'tries')} left)`
  return textForm(question, `answer:${roundId}`, label, earlier)
}

export function practiceForm(question: Question, itemId: number | string): Form {
  return textForm(question, `practice:${itemId}`, 'In your own words')
}

function textForm(question: Question, action: string, label: string, value?: string): Form {
  return {
    action,
    title: 'Your answer',
    intro: plain(prose(question.prompt)),
    fields: [
      {
        name: 'text',
        label,
        placeholder: 'One to three sentences are enough.',
        most: maximumAnswerLength,
        refusesLonger: true,
        lines: 'many',
        ...(value ? { value } : {}),
      },
    ],
    submit: 'Send',
  }
}
