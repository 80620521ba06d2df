import { englishWords } from './english-words.ts'
import { fieldTerms } from './field-terms.ts'
import { stem } from './stem.ts'

/** What is known of a word whatever the rubric. */
export type Word = {
  stem: string
  /** A word people really write, so never a misspelling of another. */
  real: boolean
}

const realStems = new Set(`${englishWords} ${fieldTerms}`.trim().split(/\s+/).map(stem))

// Answers repeat a small stock of words; a hostile one must not fill the memory.
const mostRemembered = 20_000
const longestRemembered = 30
const remembered = new Map<string, Word>()

/** Takes a folded word in lower case. */
export function knowWord(text: string): Word {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const base = stem(text)
  const word = { stem: base, real: realStems.has(base) }
  if (text.length > longestRemembered) return word
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(text, word)
  return word
}
