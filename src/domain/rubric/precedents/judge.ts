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
const noWords: ReadonlySet<string> = new Set()
const knownShare = features.indexOf('known share')

/** "One", "the app" or "because" are in correct answers to many questions. */
const fewestOwn = 2

/**
 * Whether the verdict may become better. Correct answers must contain more than half of its words. If the rubric found
 * nothing, the answer also needs two content words that aren't in the question.
 */
export function mayRise(score: number, compared: readonly number[], own: number): boolean {
  return (compared[knownShare] ?? 0) > fewestKnown && (score > 0 || own >= fewestOwn)
}

/** How many different content words the text has, without those of the question. `asked` has their stems. */
export function ownWords({ tokens }: Pick<ReadText, 'tokens'>, asked: ReadonlySet<string>): number {
  const content = tokens.filter(({ word }) => !word.empty && !word.negator && !asked.has(word.stem))
  return new Set(content.map(({ word }) => word.stem)).size
}

/** The scores of changed verdicts. */
export const changedScores: Record<Verdict, number> = { correct: 0.8, partial: 0.5, incorrect: 0.2 }

/**
 * The verdict after comparing with the labeled answers. It changes by one step at most, so an incorrect answer never
 * becomes correct or the other way around. An answer with a misconception never becomes correct. `asked` has the stems of
 * the question's content words.
 */
export function judgeAlike(
  precedents: Precedents | undefined,
  { text, stance, ignored }: { text: ReadText; stance: Stance; ignored: readonly boolean[] | undefined },
  judged: Judged,
  asked: ReadonlySet<string> = noWords,
): Pick<Judged, 'score' | 'verdict'> & Pick<Grade, 'alike'> {
  const { score, verdict } = judged
  const repeats = ignored?.every(Boolean) ?? false
  if (precedents === undefined || repeats || text.tokens.length > mostWords) return { score, verdict }
  const terms = termsOf(text, stance)
  if (terms.clauses.length === 0) return { score, verdict }
  const compared = compare(precedents, terms, score)
  const likely = marks.indexOf(weigh(verdict, compared))
  const from = marks.indexOf(verdict)
  const to = marks[from + Math.sign(likely - from)] ?? verdict
  if (to === verdict || (to === 'correct' && judged.misconceived)) return { score, verdict }
  if (likely > from && !mayRise(score, compared, ownWords(text, asked))) return { score, verdict }
  return { score: changedScores[to], verdict: to, alike: likely > from ? 'raised' : 'lowered' }
}
