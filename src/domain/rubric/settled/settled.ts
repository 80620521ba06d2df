import { type Comparison, keyOf, mostCompared, prepareComparison } from '../drafts/comparison.ts'
import { compilePrecedents, marks, type Precedents, readTerms, type SortedAnswer } from '../precedents/precedents.ts'

/** The sorted answers of a question together with those that one workspace has settled. Immutable. */
export type Settled = {
  precedents: Precedents | undefined
  comparison: Comparison | undefined
  /** Maps the words of sorted and settled answers to their marks, as indexes into `marks`. */
  known: ReadonlyMap<string, number>
}

/**
 * Prepares the comparison with both. If answers have the same words, the authors' mark counts, otherwise the lowest
 * one. `sorted` begins with the model answer. Undefined if there is nothing to compare with.
 */
export function compileSettled(
  { draft, prompt }: { draft: boolean; prompt: string },
  sorted: readonly SortedAnswer[],
  settled: readonly SortedAnswer[],
): Settled | undefined {
  if (settled.length === 0) return undefined
  const ordered = settled.toSorted((one, other) => marks.indexOf(other.verdict) - marks.indexOf(one.verdict))
  const [model, ...examples] = sorted
  // A later answer with the same words replaces an earlier one.
  const room = ordered.slice(Math.max(0, ordered.length + sorted.length - mostCompared))
  const comparison = draft && model ? prepareComparison(prompt, [model, ...room, ...examples]) : undefined
  const precedents = draft ? undefined : compilePrecedents([...sorted, ...ordered])
  if (!comparison && !precedents) return undefined
  const known = new Map(
    [...ordered, ...sorted].map((one) => [keyOf(readTerms(one.answer)), marks.indexOf(one.verdict)]),
  )
  return { precedents, comparison, known }
}
