import { stringify } from 'yaml'
import type { Addition } from '../../domain/rulings/additions.ts'
import { asOperator } from '../open-operator.ts'
import { print } from '../print.ts'

/**
 * Prints accepted disputes as labeled examples, and the workspaces' additions to rubrics, in the bank's format, to
 * paste into its files.
 */
export async function disputesExport(): Promise<void> {
  await asOperator(async ({ deps }) => {
    const examples = await deps.store.disputes.examples()
    const overlays = (await deps.store.overlays.newest({})).filter(({ additions }) => additions.length > 0)
    if (examples.length + overlays.length === 0)
      return print('# No disputes have been accepted yet, and no additions have been made.')
    const byQuestion = Map.groupBy(examples, ({ questionId }) => questionId)
    for (const [id, all] of byQuestion) {
      print(stringify([{ id, examples: all.map(({ answer, verdict }) => ({ answer, verdict })) }]).trimEnd())
    }
    for (const [id, all] of Map.groupBy(overlays, ({ questionId }) => questionId)) {
      const points = mergedBy(all.flatMap(({ additions }) => additions))
      print(stringify([{ id, rubric: { points } }]).trimEnd())
    }
  })
}

/** Merges the patterns that different workspaces added to the same point. */
function mergedBy(additions: readonly Addition[]): { id: string; says: string[] }[] {
  return [...Map.groupBy(additions, ({ point }) => point)].map(([id, all]) => ({
    id,
    says: [...new Set(all.flatMap(({ says }) => says))],
  }))
}
