import { hasBit } from './bits.ts'
import type { Lexicon } from './lexicon.ts'
import { editDistance, forgivenEdits, lettersOf, mayBeNear } from './misspelling.ts'
import type { Near, Target, Vocabulary } from './vocabulary.ts'

const shortestTyped = 4
const letters = /^\p{L}+$/u
const mostEdits = 2

// Answers repeat a small set of misspellings. The limit keeps a hostile answer from filling the memory.
const mostRemembered = 5000

/** The rubric's word that this unknown word misspells: the nearest one, or the first in the alphabet in a tie. */
export function nearestTarget(text: string, { vocabulary, spellings }: Lexicon): Target | undefined {
  return nearTargets(vocabulary, text).find(({ target }) => hasBit(spellings, target.spelling))?.target
}

/** The words of all rubrics that are near a misspelling, cached so that each rubric doesn't search again. */
function nearTargets(vocabulary: Vocabulary, text: string): readonly Near[] {
  const known = vocabulary.near.get(text)
  if (known !== undefined) return known
  const near = findNear(vocabulary, text)
  if (vocabulary.near.size >= mostRemembered) vocabulary.near.clear()
  vocabulary.near.set(text, near)
  return near
}

function findNear(vocabulary: Vocabulary, text: string): readonly Near[] {
  if (text.length < shortestTyped || !letters.test(text)) return []
  const held = lettersOf(text)
  const near: Near[] = []
  for (let length = text.length - mostEdits; length <= text.length + mostEdits; length++) {
    const most = forgivenEdits(length)
    if (Math.abs(length - text.length) > most) continue
    for (const target of vocabulary.targets.get(text.charAt(0) + length) ?? []) {
      if (!mayBeNear(held, target.letters, most)) continue
      const edits = editDistance(text, target.text, most)
      if (edits <= most && text.endsWith(target.ending)) near.push({ target, edits })
    }
  }
  return near.sort((a, b) => a.edits - b.edits || (a.target.text < b.target.text ? -1 : 1))
}
