import type { BankEntry, BankWarning } from './bank-warning.ts'

const monthsFresh = 12

/** Finds questions whose sources were read more than a year ago. `month` is the current month, such as 2026-11. */
export function staleQuestions(bank: readonly BankEntry[], month: string): BankWarning[] {
  return bank
    .filter(({ question }) => monthNumber(month) - monthNumber(question.asOf) > monthsFresh)
    .map(({ question: { id, asOf } }) => ({
      kind: 'stale',
      question: id,
      text: `was checked against its sources in ${asOf}, more than ${monthsFresh} months ago`,
    }))
}

function monthNumber(month: string): number {
  const [year = 0, ofYear = 0] = month.split('-').map(Number)
  return year * 12 + ofYear
}
