import type { CompiledPoint } from '../compiled-rubric.ts'
import type { Occurrence } from '../text/occurrence.ts'
import type { ReadText } from '../text/token.ts'
import { endOf, findAllEvidence, startOf } from './find-evidence.ts'
import type { Reading } from './walk.ts'

export type PairEvent = {
  kind: 'name' | 'value'
  /** The number of the name, or the index of the point of the value. */
  of: number
  evidence: Occurrence[]
  start: number
  end: number
  sentence: number
}

export function findPairEvents(points: readonly CompiledPoint[], reading: Reading): PairEvent[] {
  const events: PairEvent[] = []
  const add = (kind: PairEvent['kind'], of: number, evidence: Occurrence[]): void => {
    events.push({
      kind,
      of,
      evidence,
      start: startOf(evidence),
      end: endOf(evidence),
      sentence: evidence[0]?.sentence ?? 0,
    })
  }
  const named = new Set<number>()
  points.forEach((point, place) => {
    if (point.about === undefined) return
    const { number, is } = point.about
    if (!named.has(number))
      for (const evidence of findAllEvidence({ says: is, not: [] }, reading)) add('name', number, evidence)
    named.add(number)
    for (const evidence of findAllEvidence(point, reading)) add('value', place, evidence)
  })
  return events.sort((a, b) => a.start - b.start || a.end - b.end).slice(0, mostEvents)
}

// Real answers have fewer. The limit keeps the cost of hostile texts bounded.
const mostEvents = 60

const separating = new Set(['and', 'or', 'but', 'while', 'whereas', 'vs', 'versus', 'then', 'plus'])

/**
 * How strongly each position is separated from the previous one: 0 not at all ("standard: 4"), 1 "and" or a slash, 2 a
 * comma or a closing bracket, 3 a semicolon or a new line, 4 a new sentence.
 */
export function partings(text: ReadText): number[] {
  return text.tokens.map((token, at) => {
    const before = text.tokens[at - 1]
    if (before === undefined) return 0
    if (before.sentence !== token.sentence) return 4
    if (token.after === 'space' || token.after === 'joined') {
      if (separating.has(token.text)) return 1
      if (token.after === 'space' && before.chunk + 1 === token.chunk && token.from - before.to === 1) return 0
    }
    const between = text.folded.lower.slice(before.to, token.from)
    if (/[;\n|]/.test(between)) return 3
    if (/[,)\]]/.test(between)) return 2
    return /[/]|\s[-–—]\s/.test(between) || separating.has(token.text) ? 1 : 0
  })
}
