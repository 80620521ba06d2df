import type { Synonyms } from '../rubric/rubric.ts'
import type { BankEntry, BankWarning } from './bank-warning.ts'
import { fewExamples } from './few-examples.ts'
import { foreignAnswers } from './foreign-answers.ts'
import { staleQuestions } from './stale-questions.ts'
import { unneededPatterns } from './unneeded-patterns.ts'
import { unusedSets } from './unused-sets.ts'

/** Finds all warnings. `synonyms` are all sets of the bank, `month` is the current month (2026-11). */
export function findWarnings(bank: readonly BankEntry[], synonyms: Synonyms, month: string): BankWarning[] {
  return [
    ...staleQuestions(bank, month),
    ...fewExamples(bank),
    ...foreignAnswers(bank),
    ...unneededPatterns(bank),
    ...unusedSets(bank, synonyms),
  ]
}
