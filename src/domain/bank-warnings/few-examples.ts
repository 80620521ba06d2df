import type { BankEntry, BankWarning } from './bank-warning.ts'

/** Fewer examples show too little about how fairly a rubric grades new answers. */
const enough = { examples: 20, right: 8 } as const

export function fewExamples(bank: readonly BankEntry[]): BankWarning[] {
  return bank.flatMap(({ question: { id, examples } }): BankWarning[] => {
    const right = examples.filter(({ verdict }) => verdict === 'correct').length
    if (examples.length >= enough.examples && right >= enough.right) return []
    return [
      {
        kind: 'few-examples',
        question: id,
        text: `has ${examples.length} labeled examples, ${right} of them right; aim for ${enough.examples} and ${enough.right}`,
      },
    ]
  })
}
