import type { Lexicon, Target } from './lexicon.ts'
import { editDistance, forgivenEdits, lettersOf, mayBeNear } from './misspelling.ts'

const shortestTyped = 4
const letters = /^\p{L}+$/u

/** The word of the rubric that this word, which is none itself, misspells: the nearest, of those the first. */
export function nearestTarget(text: string, lexicon: Lexicon): Target | undefined {
  const candidates = lexicon.targets.get(text.charAt(0))
  if (candidates === undefined || text.length < shortestTyped || !letters.test(text)) return undefined
  const held = lettersOf(text)
  let best: Target | undefined
  let least = Number.POSITIVE_INFINITY
  for (const target of candidates) {
    const most = Math.min(forgivenEdits(target.text.length), least - 1)
    if (most < 1 || !mayBeNear(held, target.letters, most)) continue
    const edits = editDistance(text, target.text, most)
    if (edits > most || !text.endsWith(target.ending)) continue
    best = target
    least = edits
  }
  return best
}
