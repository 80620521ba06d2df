import type { Stance } from '../negation/negation.ts'
import type { Grade, Verdict } from '../rubric.ts'
import type { ReadText } from '../text/token.ts'
import { compare, features } from './compare.ts'
import { marks, type Precedents } from './precedents.ts'
import { termsOf } from './terms.ts'
import { weigh } from './weigh.ts'

/** What the rubric said, and whether it found something wrong. */
export type Judged = { score: number; verdict: Verdict; misconceived: boolean }

// A longer text isn't an answer to such questions, and comparing takes time.
const mostWords = 300

const fewestKnown = 0.5
const knownShare = features.indexOf('known share')

/** Whether the rubric found something in an answer, or right answers have used more than half of its words. */
export function mayRise(score: number, compared: readonly number[]): boolean {
  return score > 0 || (compared[knownShare] ?? 0) > fewestKnown
}

/** Scores for a verdict that was changed: the lowest that is correct, half, and too low to be partial. */
export const changedScores: Record<Verdict, number> = { correct: 0.8, partial: 0.5, incorrect: 0.2 }

/**
 * The verdict after comparing with answers that people have sorted. It moves by one step at most, so what the rubric
 * calls incorrect never becomes correct, nor the other way around, and an answer in which something wrong was found
 * never becomes correct. A text of other words, in which the rubric found nothing, stays incorrect: a common word or two
 * that sorted answers have as well say nothing.
 */
export function judgeAlike(
  precedents: Precedents | undefined,
  { text, stance }: { text: ReadText; stance: Stance },
  judged: Judged,
): Pick<Judged, 'score' | 'verdict'> & Pick<Grade, 'alike'> {
  const { score, verdict } = judged
  if (precedents === undefined || text.tokens.length > mostWords) return { score, verdict }
  const terms = termsOf(text, stance)
  if (terms.clauses.length === 0) return { score, verdict }
  const compared = compare(precedents, terms, score)
  const likely = marks.indexOf(weigh(verdict, compared))
  const from = marks.indexOf(verdict)
  const to = marks[from + Math.sign(likely - from)] ?? verdict
  if (to === verdict || (to === 'correct' && judged.misconceived)) return { score, verdict }
  if (likely > from && !mayRise(score, compared)) return { score, verdict }
  return { score: changedScores[to], verdict: to, alike: likely > from ? 'raised' : 'lowered' }
}
