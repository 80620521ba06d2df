import type { Question } from '../question.ts'
import type { Synonyms } from '../rubric/rubric.ts'

export const warningKinds = ['stale', 'few-examples', 'foreign-answer', 'unneeded-pattern', 'unused-set'] as const

/** A hint for the author of the bank. It isn't an error. */
export type BankWarning = {
  kind: (typeof warningKinds)[number]
  question?: string
  text: string
}

export type BankEntry = { question: Question; synonyms: Synonyms }
