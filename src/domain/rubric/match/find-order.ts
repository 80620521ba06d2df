import type { CompiledPoint } from '../compiled-rubric.ts'
import type { Occurrence } from '../text/occurrence.ts'
import type { ReadText } from '../text/token.ts'
import { endOf, findAllEvidence, startOf } from './find-evidence.ts'
import type { Reading } from './walk.ts'

export type FoundOrder = { evidence: Occurrence[]; mixedUp: boolean }

/** Whether an answer contains all steps, and whether they are in order: "SIGTERM, then SIGKILL". */
export function findOrder({ order = [], not }: CompiledPoint, reading: Reading): FoundOrder | undefined {
  const steps: Step[] = []
  for (const step of order) {
    const [first] = findAllEvidence({ says: [step], not }, reading)
    if (first === undefined) return undefined
    steps.push({ evidence: first, start: startOf(first), end: endOf(first) })
  }
  const mixedUp = steps.slice(1).some((step, i) => {
    const before = steps[i]
    return before !== undefined && !comesFirst(before, step, reading.text)
  })
  return { evidence: steps.flatMap(({ evidence }) => evidence), mixedUp }
}

type Step = { evidence: Occurrence[]; start: number; end: number }

const turningBetween = new Set('after following once afterwards'.split(' '))
const early = new Set('first firstly initially beginning earlier'.split(' '))
const late = new Set('last lastly finally second secondly later eventually'.split(' '))

/** Whether the first of two steps happens before the second, in whichever order they are written. */
function comesFirst(first: Step, second: Step, text: ReadText): boolean {
  const written = first.start <= second.start
  const [a, b] = written ? [first, second] : [second, first]
  return written === !isTurned(a, b, text)
}

/** The step written first happens later: "A after B", "Before A comes B", "A comes last, B first". */
function isTurned(a: Step, b: Step, { tokens, sentenceEnds }: ReadText): boolean {
  const wordAt = (at: number): string => tokens[at]?.text ?? ''
  const sentence = tokens[a.start]?.sentence ?? 0
  if (tokens[b.start]?.sentence === sentence) {
    for (let at = a.end; at < b.start; at++) {
      // "A, and after 30 seconds B" is in order; "A after B" and "A once B has ..." are not.
      const near = b.start - at <= 3 && !tokens.slice(at + 1, b.start).some(({ word }) => word.number)
      if (turningBetween.has(wordAt(at)) && near && tokens[at]?.after !== 'comma') return true
    }
  }
  const start = sentenceEnds[sentence - 1] ?? 0
  for (let at = Math.max(start, a.start - 3); at < a.start; at++) if (wordAt(at) === 'before') return true
  const end = sentenceEnds[tokens[b.start]?.sentence ?? 0] ?? tokens.length
  const has = (words: ReadonlySet<string>, from: number, to: number): boolean => {
    for (let at = from; at < to; at++) if (words.has(wordAt(at))) return true
    return false
  }
  const middle = Math.floor((a.end + b.start) / 2)
  if (has(early, a.start - 2, middle)) return false
  return (
    has(early, Math.max(middle, b.start - 2), Math.min(end, b.end + 4)) && !has(late, b.start, Math.min(end, b.end + 4))
  )
}
