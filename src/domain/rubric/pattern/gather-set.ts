import type { CompiledSet, Node, Uses } from '../compiled-pattern.ts'
import type { Vocabulary } from '../spelling/vocabulary.ts'

type Gathered = { uses: Uses; sets: ReadonlySet<CompiledSet>; size: number; empty: boolean }

/** Builds a set from its compiled patterns. Registers in the vocabulary which patterns each leaf triggers. */
export function gatherSet(vocabulary: Vocabulary, parts: Node[], { uses, sets, size, empty }: Gathered): CompiledSet {
  const always: number[] = []
  const negates = parts.some((part) => holdsNegator(part, vocabulary.negators))
  const id = vocabulary.sets.size
  parts.forEach((node, part) => {
    const needed = neededLeaves(node)
    if (needed === undefined) always.push(part)
    for (const leaf of new Set(needed)) {
      const calls = vocabulary.calls.get(leaf)
      if (calls === undefined) vocabulary.calls.set(leaf, [id, part])
      else calls.push(id, part)
    }
  })
  return { id, parts, always, negates, empty, size, names: [...sets], uses }
}

export function holdsNegator(node: Node, negators: ReadonlySet<number>): boolean {
  if (node.kind === 'leaf') return negators.has(node.leaf)
  if (node.kind === 'set') return node.set.negates
  if (node.kind === 'row') return node.items.some((item) => holdsNegator(item.node, negators))
  return node.of.some((part) => holdsNegator(part, negators))
}

/**
 * The leaves of which a text must contain at least one for the node to match. For a sequence, they are those of the
 * part with the fewest leaves. Undefined if a match doesn't require a leaf.
 */
function neededLeaves(node: Node): number[] | undefined {
  if (node.kind === 'leaf') return [node.leaf]
  if (node.kind === 'set') return undefined
  if (node.kind !== 'row') {
    const each = node.of.map(neededLeaves)
    return each.includes(undefined) ? undefined : each.flatMap((leaves) => leaves ?? [])
  }
  let fewest: number[] | undefined
  node.items.forEach((item, i) => {
    const leaves = item.optional ? undefined : neededLeaves(item.node)
    if (leaves === undefined || (fewest !== undefined && fewest.length < leaves.length)) return
    // Includes compounds with the neighbors, in which the part isn't a separate word.
    fewest = [...leaves, ...item.joined, ...(node.items[i + 1]?.joined ?? [])]
  })
  return fewest
}
