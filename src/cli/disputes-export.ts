import { stringify } from 'yaml'
import { asOperator } from './open-operator.ts'
import { print } from './print.ts'

/** Accepted disputes as labeled examples, in the bank's format, to paste below their questions. */
export async function disputesExport(): Promise<void> {
  await asOperator(async ({ deps }) => {
    const examples = await deps.store.disputes.examples()
    if (examples.length === 0) return print('# No dispute was accepted yet.')
    const byQuestion = Map.groupBy(examples, ({ questionId }) => questionId)
    for (const [id, all] of byQuestion) {
      print(stringify([{ id, examples: all.map(({ answer, verdict }) => ({ answer, verdict })) }]).trimEnd())
    }
  })
}
