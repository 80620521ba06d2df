import type { Matcher, Node } from '../compiled-pattern.ts'
import type { Occurrence } from '../text/occurrence.ts'
import { evidenceOf, start } from './place.ts'
import { standsByItself } from './stands-by-itself.ts'
import { advance, type Reading, type Walk } from './walk.ts'

export type Match = { sentence: number; evidence: Occurrence[] }

/**
 * Finds where the pattern matches, at most once per sentence, in the order of the text. With `asItStands`, negation is
 * ignored.
 *
 * A sequence is matched by tracking the set of positions reached so far, without backtracking, so the cost is at most
 * the pattern's size times the text's length.
 */
export function findMatches(matcher: Matcher, reading: Reading, asItStands = false): Match[] {
  return matchSentences(matcher.node, walkOf(matcher, reading, asItStands))
}

/** Finds all matches in a sentence instead of only the first. A pattern with `&` matches once per sentence. */
export function findPlaces(matcher: Matcher, reading: Reading, asItStands = false): Match[] {
  return placesOf(matcher.node, walkOf(matcher, reading, asItStands))
}

function placesOf(node: Node, walk: Walk): Match[] {
  if (node.kind === 'any') return node.of.flatMap((part) => placesOf(part, walk))
  return node.kind === 'all' ? matchSentences(node, walk) : matchEverywhere(node, walk)
}

function walkOf(matcher: Matcher, reading: Reading, asItStands: boolean): Walk {
  const blind = asItStands || matcher.negates || reading.stance.negation === undefined
  return { ...reading, asItStands, blind, judge: matcher.negates && !asItStands }
}

function matchEverywhere(node: Node, walk: Walk): Match[] {
  const found = advance(node, [start], 0, walk).map((place) => ({
    sentence: place.sentence,
    evidence: evidenceOf(place),
  }))
  return judged(found, walk)
}

function matchSentences(node: Node, walk: Walk): Match[] {
  if (node.kind === 'any') {
    const found = node.of.flatMap((part) => matchSentences(part, walk))
    return found.length > 1 ? onePerSentence(found) : found
  }
  if (node.kind === 'all') {
    let common: Match[] | undefined
    for (const part of node.of) {
      const found = matchSentences(part, { ...walk, judge: false })
      common = common === undefined ? found : joinSentences(common, found)
      if (common.length === 0) return common
    }
    return judged(withoutBut(common ?? [], node.but, walk), walk)
  }
  const found: Match[] = []
  for (const place of advance(node, [start], 0, walk)) {
    if (found.at(-1)?.sentence === place.sentence) continue
    found.push(...judged([{ sentence: place.sentence, evidence: evidenceOf(place) }], walk))
  }
  return found
}

/** Removes matches that share a clause with a match of one of these nodes, negated or not. */
function withoutBut(found: Match[], but: readonly Node[] | undefined, walk: Walk): Match[] {
  if (but === undefined || found.length === 0) return found
  const forbidden = new Set(
    but.flatMap((node) =>
      placesOf(node, { ...walk, asItStands: true, blind: true, judge: false }).flatMap((match) =>
        clausesOf(match, walk),
      ),
    ),
  )
  return found.filter((match) => !clausesOf(match, walk).some((clause) => forbidden.has(clause)))
}

export function clausesOf({ evidence }: Match, { stance }: Pick<Reading, 'stance'>): number[] {
  return evidence.map(({ start }) => stance.clauses[start] ?? -1)
}

function judged(found: Match[], walk: Walk): Match[] {
  const { text } = walk
  const { negation } = walk.stance
  if (!walk.judge || negation === undefined) return found
  return found.filter((match) => {
    const inOrder = [...match.evidence].sort((a, b) => a.start - b.start)
    return standsByItself(inOrder, negation, text)
  })
}

function onePerSentence(found: Match[]): Match[] {
  const first = new Map<number, Match>()
  for (const match of found) if (!first.has(match.sentence)) first.set(match.sentence, match)
  return [...first.values()].sort((a, b) => a.sentence - b.sentence)
}

function joinSentences(before: Match[], found: Match[]): Match[] {
  const bySentence = new Map(found.map((match) => [match.sentence, match]))
  return before.flatMap((match) => {
    const other = bySentence.get(match.sentence)
    return other ? [{ sentence: match.sentence, evidence: [...match.evidence, ...other.evidence] }] : []
  })
}
