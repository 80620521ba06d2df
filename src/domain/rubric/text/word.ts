import { openMisspeltNegator } from '../negation/misspelt-negator.ts'
import { negators, pairedNegators } from '../negation/negation-words.ts'
import { fractionSigns, fractions, multipliers, smallNumbers } from '../numbers/number-words.ts'
import { englishWords } from '../spelling/english-words.ts'
import { basesOf } from '../spelling/inflect.ts'
import { irregularForms } from '../spelling/irregular-forms.ts'
import { alsoSaid, ownStems } from '../spelling/own-stems.ts'
import { stem } from '../spelling/stem.ts'
import { compounds } from './compounds.ts'
import { openContraction } from './contractions.ts'
import { emptyWords } from './empty-words.ts'
import { fieldTerms } from './field-terms.ts'

/** The properties of a word that don't depend on the rubric. */
export type Word = {
  stem: string
  /** The stem of an additional word that it implies: "gone" implies "go". */
  also: string | undefined
  /** In the word lists, so never a misspelling of another word. */
  real: boolean
  /** Has no meaning in an answer (the, is, idk). */
  empty: boolean
  /** May negate, alone or with the next word. */
  negator: boolean
  /** A number may begin here: 30, thirty, half a, a dozen. */
  number: boolean
  /** The words of a contraction; undefined if it isn't one. */
  opened: readonly string[] | undefined
}

const realWords = new Set(`${englishWords} ${fieldTerms}`.trim().split(/\s+/))

// Answers repeat a small set of words. The limit keeps a hostile answer from filling the memory.
const mostRemembered = 20_000
const longestRemembered = 30
const remembered = new Map<string, Word>()

/** Takes a folded word in lower case. */
export function knowWord(text: string): Word {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const word = readWord(text)
  if (text.length > longestRemembered) return word
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(text, word)
  return word
}

function readWord(text: string): Word {
  const base = stem(text)
  const also = alsoSaid.get(text)
  const real = isListed(text) || basesOf(text).some(isListed)
  return {
    stem: base,
    also: also === undefined ? undefined : stem(also),
    real,
    empty: emptyWords.has(text),
    negator: negators.has(text) || pairedNegators.has(text),
    number:
      /^(\d|x([1-9]|1\d|20)$)/.test(text) ||
      numberStarts.has(text) ||
      smallNumbers.has(text) ||
      fractions.has(text) ||
      fractionSigns.has(text) ||
      multipliers.has(text),
    opened: openWord(text, real),
  }
}

function isListed(text: string): boolean {
  return realWords.has(text) || irregularForms.has(text) || ownStems.has(text)
}

function openWord(text: string, real: boolean): readonly string[] | undefined {
  const compound = compounds.get(text)
  if (compound !== undefined) return compound
  const opened = openContraction(text)
  if (opened.length !== 1) return opened
  return (real ? undefined : openMisspeltNegator(text)) ?? (opened[0] === text ? undefined : opened)
}

const numberStarts = new Set(['a', 'an', 'twice'])
