import { type Comparison, keyOf, mostCompared, prepareComparison } from '../drafts/comparison.ts'
import { compilePrecedents, marks, type Precedents, readTerms, type SortedAnswer } from '../precedents/precedents.ts'

/** The sorted answers of a question together with those that one workspace has settled. Immutable. */
export type Settled = {
  precedents: Precedents | undefined
  comparison: Comparison | undefined
  /** By their words: what was sorted or settled, as indexes into `marks`. */
  known: ReadonlyMap<string, number>
}

/**
 * Prepares the comparison with both. In the same words, what the authors sorted counts, and then the lowest mark.
 * `sorted` begins with the model answer. Undefined if there is nothing to compare with.
 */
export function compileSettled(
  { draft, prompt }: { draft: boolean; prompt: string },
  sorted: readonly SortedAnswer[],
  settled: readonly SortedAnswer[],
): Settled | undefined {
  if (settled.length === 0) return undefined
  const ordered = settled.toSorted((one, other) => marks.indexOf(other.verdict) - marks.indexOf(one.verdict))
  const [model, ...examples] = sorted
  // A later one of the same words replaces an earlier one.
  const room = ordered.slice(Math.max(0, ordered.length + sorted.length - mostCompared))
  const comparison = draft && model ? prepareComparison(prompt, [model, ...room, ...examples]) : undefined
  const precedents = draft ? undefined : compilePrecedents([...sorted, ...ordered])
  if (!comparison && !precedents) return undefined
  const known = new Map(
    [...ordered, ...sorted].map((one) => [keyOf(readTerms(one.answer)), marks.indexOf(one.verdict)]),
  )
  return { precedents, comparison, known }
}
