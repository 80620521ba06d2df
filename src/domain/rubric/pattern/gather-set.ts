import type { CompiledSet, Node } from '../compiled-rubric.ts'
import type { Uses } from '../spelling/lexicon.ts'

type Gathered = { uses: Uses; sets: ReadonlySet<CompiledSet>; size: number; empty: boolean }

/** A set of its compiled patterns, with the leaves that say which of them are worth trying on a text. */
export function gatherSet(
  parts: Node[],
  negators: ReadonlySet<number>,
  { uses, sets, size, empty }: Gathered,
): CompiledSet {
  const byLeaf = new Map<number, number[]>()
  const always: number[] = []
  parts.forEach((part, place) => {
    const needed = neededLeaves(part)
    if (needed === undefined) always.push(place)
    for (const leaf of new Set(needed)) byLeaf.set(leaf, [...(byLeaf.get(leaf) ?? []), place])
  })
  const negates = parts.some((part) => holdsNegator(part, negators))
  return { parts, byLeaf, always, negates, empty, size, names: [...sets], uses }
}

export function holdsNegator(node: Node, negators: ReadonlySet<number>): boolean {
  if (node.kind === 'leaf') return negators.has(node.leaf)
  if (node.kind === 'set') return node.set.negates
  if (node.kind === 'row') return node.items.some((item) => holdsNegator(item.node, negators))
  return node.of.some((part) => holdsNegator(part, negators))
}

/** Leaves of which a text must hold one for the node to hold at all: of a row the rarest part's. Absent where none decide. */
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
    // Written together with a neighbour, a part is not there as a word of its own.
    const joined = [item.joined, node.items[i + 1]?.joined ?? -1].filter((leaf) => leaf >= 0)
    fewest = [...leaves, ...joined]
  })
  return fewest
}
