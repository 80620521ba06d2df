import type { Synonyms } from '../rubric/rubric.ts'
import type { BankEntry, BankWarning } from './bank-warning.ts'

/** Finds synonym sets that no rubric uses, directly or through another set. `synonyms` are all of the bank's sets. */
export function unusedSets(bank: readonly BankEntry[], synonyms: Synonyms): BankWarning[] {
  const used = new Set(bank.flatMap((entry) => Object.keys(entry.synonyms)))
  return Object.keys(synonyms)
    .filter((name) => !used.has(name))
    .map((name) => ({ kind: 'unused-set', text: `@${name}` }))
}
