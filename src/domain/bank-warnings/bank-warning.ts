import type { Question } from '../question.ts'
import type { Synonyms } from '../rubric/rubric.ts'

export const warningKinds = ['stale', 'few-examples', 'foreign-answer', 'unneeded-pattern', 'unused-set'] as const

/** Something that an author may want to look at, but not an error in the bank. */
export type BankWarning = {
  kind: (typeof warningKinds)[number]
  /** The question it is about, if any. */
  question?: string
  text: string
}

export type BankEntry = { question: Question; synonyms: Synonyms }
