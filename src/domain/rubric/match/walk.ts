import type { CompiledSet, Node, RowNode } from '../compiled-pattern.ts'
import type { Stance } from '../negation/negation.ts'
import type { Leaves, Occurrence } from '../text/occurrence.ts'
import type { ReadText } from '../text/token.ts'
import { isFirst, limitAfter, limitOf, merge, type Place, spanOf, start } from './place.ts'

export type Reading = {
  text: ReadText
  leaves: Leaves
  stance: Stance
  /** Per sentence, whether it only repeats the question. */
  ignored: readonly boolean[] | undefined
}

export type Walk = Reading & {
  /** Ignores negation. */
  blind: boolean
  /** Ignores negation, contrast and rejection. */
  asItStands: boolean
  /** Set if the pattern contains a negator, so that each match is checked as a whole. */
  judge: boolean
}

/** The positions after `node`, sorted by `at` without duplicates. `gap` is the maximum distance to the next word. */
export function advance(node: Node, from: readonly Place[], gap: number, walk: Walk): Place[] {
  if (node.kind !== 'row' && node.kind !== 'any' && node.kind !== 'all' && node.anyway) {
    const { anyway: _, ...plain } = node
    return advance(plain, from, gap, { ...walk, blind: true }).map(countAnyway)
  }
  if (node.kind === 'leaf') return step(node.leaf, from, gap, walk)
  if (node.kind === 'row') return advanceRow(node.items, node.gap, from, gap, walk)
  if (node.kind === 'set') return stepAlong(spansOf(node.set, walk), from, gap, { ...walk, blind: true })
  let places: Place[] = []
  for (const part of node.of) places = merge(places, advance(part, from, gap, walk))
  return places
}

function countAnyway({ last, ...place }: Place): Place {
  if (last === undefined) return { ...place, last }
  const parts = last.parts?.map((part) => ({ ...part, anyway: true as const }))
  return { ...place, last: { ...last, anyway: true, ...(parts && { parts }) } }
}

function advanceRow(
  items: readonly RowNode[],
  inner: number,
  from: readonly Place[],
  outer: number,
  walk: Walk,
): Place[] {
  let before: readonly Place[] = []
  let here = from
  for (const item of items) {
    let next = here.length === 0 ? [] : advance(item.node, here, inner, walk)
    if (before.length > 0) for (const leaf of item.joined) next = merge(next, step(leaf, before, inner, walk))
    if (item.optional) next = merge(next, here)
    if (next.length === 0 && here.length === 0) return []
    before = here
    here = next
  }
  const moved = items.every((item) => item.optional) ? here.filter((place) => !from.includes(place)) : here
  if (inner === outer) return [...moved]
  return moved.map((place) => ({ ...place, limit: limitAfter(place.at, outer, place.sentence, walk.text) }))
}

function step(leaf: number, from: readonly Place[], gap: number, walk: Walk): Place[] {
  const found = walk.leaves.found.get(leaf)
  return found === undefined ? [] : stepAlong(found, from, gap, walk)
}

/** All matches of the set's patterns, searched once per text. */
function spansOf(set: CompiledSet, walk: Walk): readonly Occurrence[] {
  const known = walk.blind ? walk.leaves.blindSpans : walk.leaves.spans
  const spans = known.get(set) ?? findSpans(set, { ...walk, asItStands: walk.blind })
  known.set(set, spans)
  return spans
}

function findSpans(set: CompiledSet, walk: Walk): Occurrence[] {
  const spans: Occurrence[] = []
  for (const part of new Set([...set.always, ...(walk.leaves.called[set.id] ?? [])])) {
    const node = set.parts[part]
    if (node !== undefined) for (const place of advance(node, [start], 0, walk)) spans.push(spanOf(place))
  }
  return spans.length > 1 ? spans.sort((a, b) => a.start - b.start || a.end - b.end).filter(isFirst) : spans
}

function stepAlong(found: readonly Occurrence[], from: readonly Place[], gap: number, walk: Walk): Place[] {
  const places: Place[] = []
  let next = 0
  let farthest: Place | undefined
  for (const occurrence of found) {
    while (next < from.length && (from[next]?.at ?? 0) <= occurrence.start) {
      const place = from[next]
      if (place && (farthest === undefined || place.limit >= farthest.limit)) farthest = place
      next++
    }
    const nearest = from[next - 1]
    const before = fits(nearest, occurrence) ? nearest : fits(farthest, occurrence) ? farthest : undefined
    if (before === undefined || (!walk.blind && isNegated(occurrence, walk)) || isRejected(occurrence, walk)) continue
    places.push({
      at: occurrence.end,
      limit: limitOf(occurrence, gap, walk.text),
      sentence: occurrence.sentence,
      last: occurrence,
      before,
    })
  }
  return inOrder(places)
}

/** Sorts positions by `at`, because a longer occurrence can end after one that begins later. */
function inOrder(places: Place[]): Place[] {
  const ordered = places.every((place, i) => i === 0 || (places[i - 1]?.at ?? 0) <= place.at)
  return ordered ? places : places.sort((a, b) => a.at - b.at)
}

function fits(place: Place | undefined, occurrence: Occurrence): boolean {
  if (place === undefined || place.limit < occurrence.start) return false
  return place.sentence < 0 || place.sentence === occurrence.sentence
}

function isRejected({ start }: Occurrence, { stance, asItStands }: Walk): boolean {
  return !asItStands && stance.rejected?.[start] === 1
}

function isNegated(occurrence: Occurrence, walk: Walk): boolean {
  const at = Math.min(occurrence.start, walk.text.tokens.length - 1)
  return (walk.stance.negation?.[at]?.length ?? 0) % 2 === 1
}
