import type { Lexicon, Target } from './lexicon.ts'
import { editDistance, forgivenEdits } from './misspelling.ts'

const letters = /^\p{L}+$/u

/** The word of the rubric that this word, which is none itself, misspells: the nearest, of those the first. */
export function nearestTarget(text: string, stem: string, lexicon: Lexicon): Target | undefined {
  const candidates = lexicon.targets.get(text.charAt(0))
  if (candidates === undefined || text.length < 4 || !letters.test(text)) return undefined
  let best: Target | undefined
  let least = Number.POSITIVE_INFINITY
  for (const target of candidates) {
    const edits = misspelt(text, stem, target, Math.min(forgivenEdits(target.text.length), least - 1))
    if (edits < least) {
      best = target
      least = edits
    }
  }
  return best
}

/** Edits between the words, or between their stems so that "restrating" reads as restart; infinite when over `most`. */
function misspelt(text: string, stem: string, target: Target, most: number): number {
  if (most < 1) return Number.POSITIVE_INFINITY
  const whole = editDistance(text, target.text, most)
  if (whole <= most) return whole
  if (target.stem.length < 4 || stem.length < 4) return Number.POSITIVE_INFINITY
  const stems = editDistance(stem, target.stem, most)
  return stems <= most ? Math.max(stems, 1) : Number.POSITIVE_INFINITY
}
