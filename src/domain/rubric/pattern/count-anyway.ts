import type { Node } from '../compiled-pattern.ts'

/** Returns a copy of the node whose words also match if they are negated. */
export function countAnyway(node: Node): Node {
  if (node.kind === 'leaf' || node.kind === 'set') return { ...node, anyway: true }
  if (node.kind === 'row') {
    return { ...node, items: node.items.map((item) => ({ ...item, node: countAnyway(item.node) })) }
  }
  return { ...node, of: node.of.map(countAnyway) }
}
