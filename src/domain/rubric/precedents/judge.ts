import type { Stance } from '../negation/negation.ts'
import type { Grade, Verdict } from '../rubric.ts'
import type { ReadText } from '../text/token.ts'
import { compare, features } from './compare.ts'
import { marks, type Precedents } from './precedents.ts'
import { termsOf } from './terms.ts'
import { weigh } from './weigh.ts'

/** The rubric's result, and whether it found a misconception. */
export type Judged = { score: number; verdict: Verdict; misconceived: boolean }

// Limits the processing time. Real answers to such questions are shorter.
const mostWords = 300

const fewestKnown = 0.5
const knownShare = features.indexOf('known share')

/**
 * Whether the verdict may become better: the rubric found something in the answer, or correct answers contain more than
 * half of its words.
 */
export function mayRise(score: number, compared: readonly number[]): boolean {
  return score > 0 || (compared[knownShare] ?? 0) > fewestKnown
}

/** The scores of changed verdicts. */
export const changedScores: Record<Verdict, number> = { correct: 0.8, partial: 0.5, incorrect: 0.2 }

/**
 * The verdict after comparing with the labeled answers. It changes by one step at most, so an incorrect answer never
 * becomes correct or the other way around. An answer with a misconception never becomes correct. If the rubric found
 * nothing and most words are unknown, the answer stays incorrect, because one or two common words aren't enough.
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
