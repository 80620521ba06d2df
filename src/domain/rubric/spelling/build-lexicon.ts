import type { CodeLeaf, CodePiece, Uses } from '../compiled-pattern.ts'
import { negators, pairedNegators } from '../negation/negation-words.ts'
import type { NumberRange } from '../pattern/pattern.ts'
import { fold } from '../text/fold.ts'
import { inflect } from './inflect.ts'
import { forgivenEdits, lettersOf } from './misspelling.ts'
import { stem } from './stem.ts'
import type { Vocabulary } from './vocabulary.ts'

export type LexiconBuilder = {
  word(text: string): number
  exact(text: string): number
  prefix(text: string): number
  number(range: NumberRange): number
  code(text: string, anyCase: boolean): number
  /** The leaf of the compound of two neighbors. */
  joined(first: string, second: string): number
}

/**
 * Assigns numbers to the items of patterns and records which ones they use. The same item always gets the same number.
 */
export function buildLexicon(vocabulary: Vocabulary, uses: Uses): LexiconBuilder {
  const { plain } = vocabulary
  const leafIn = (map: Map<string, number>, key: string, add: (leaf: number) => void): number => {
    const leaf = map.get(key) ?? vocabulary.size++
    if (!map.has(key)) {
      map.set(key, leaf)
      add(leaf)
    }
    uses.leaves.add(leaf)
    return leaf
  }
  const noteNegator = (text: string) => (leaf: number) => {
    if (plain ? plain.denials.has(text) : isNegator(text)) vocabulary.negators.add(leaf)
  }
  return {
    word(text) {
      const leaf = leafIn(vocabulary.words, plain ? text : stem(text), noteNegator(text))
      uses.spellings.add(addSpelling(vocabulary, text, leaf))
      return leaf
    },
    exact(text) {
      addHalves(vocabulary, text)
      return leafIn(vocabulary.exacts, text, noteNegator(text))
    },
    prefix(text) {
      const start = text.slice(0, prefixKey)
      const sameStart = vocabulary.prefixes.get(start) ?? []
      let known = sameStart.find((prefix) => prefix.text === text)
      if (known === undefined) {
        known = { text, leaf: vocabulary.size++ }
        vocabulary.prefixes.set(start, [...sameStart, known])
      }
      uses.leaves.add(known.leaf)
      return known.leaf
    },
    number(range) {
      const key = JSON.stringify(range)
      const known = vocabulary.numbers.get(key) ?? { range, leaf: vocabulary.size++ }
      vocabulary.numbers.set(key, known)
      uses.numbers.add(known)
      return known.leaf
    },
    code(text, anyCase) {
      const key = `${anyCase} ${text}`
      const known = vocabulary.codes.get(key) ?? codeLeaf(text, anyCase, vocabulary.size++)
      vocabulary.codes.set(key, known)
      uses.codes.add(known)
      return known.leaf
    },
    joined: (first, second) => leafIn(vocabulary.words, stem(first + second), () => {}),
  }
}

/** How many letters are used to look up prefixes. */
export const prefixKey = 2

export function isNegator(text: string): boolean {
  return negators.has(text) || pairedNegators.has(text)
}

const letters = /^\p{L}+$/u

// There are no word lists for other languages, and short words can be similar: Hafen and Haken are two words.
const shortestForgiven = 7

/** The number of an author's word. Registers the misspellings and halves that lead to it. */
function addSpelling(vocabulary: Vocabulary, text: string, leaf: number): number {
  const known = vocabulary.spellings.get(text)
  if (known !== undefined) return known
  const spelling = vocabulary.spellings.size
  vocabulary.spellings.set(text, spelling)
  if (!vocabulary.plain) addHalves(vocabulary, text)
  if (!letters.test(text) || (vocabulary.plain && text.length < shortestForgiven)) return spelling
  vocabulary.near.clear()
  for (const form of new Set(vocabulary.plain ? [text] : inflect(text))) {
    if (forgivenEdits(form.length) === 0) continue
    const ending = forgivenEdits(text.length) === 0 ? form.slice(-1) : ''
    const key = form.charAt(0) + form.length
    const target = { text: form, letters: lettersOf(form), leaf, spelling, ending }
    const alike = vocabulary.targets.get(key)
    if (alike === undefined) vocabulary.targets.set(key, [target])
    else alike.push(target)
  }
  return spelling
}

const shortestHalf = 2

function addHalves(vocabulary: Vocabulary, text: string): void {
  if (!letters.test(text)) return
  for (let i = shortestHalf; i <= text.length - shortestHalf; i++) vocabulary.firstHalves.add(text.slice(0, i))
}

// Two or more capitals and no lowercase letter: DATABASE_URL, $PORT, but not H12.
const variable = /(?<![\p{L}\p{N}_])[\p{Lu}\p{N}_]*\p{Lu}[\p{Lu}\p{N}_]*\p{Lu}[\p{Lu}\p{N}_]*(?![\p{L}\p{N}_])/gu

function codeLeaf(text: string, anyCase: boolean, leaf: number): CodeLeaf {
  const pieces = text.trim().split(/\s+/)
  // Some people type "ps: scale" for ps:scale.
  const loose = pieces.flatMap((piece) => piece.split(/(?<=^[a-z]{2,}:)(?=[a-z]{2,})/i))
  const ways = loose.length === pieces.length ? [pieces] : [pieces, loose]
  return { leaf, ways: ways.map((way) => way.map((piece) => codePiece(piece, anyCase))) }
}

function codePiece(piece: string, anyCase: boolean): CodePiece {
  const { cased, lower } = fold(piece)
  const variables = anyCase ? [] : [...cased.matchAll(variable)].map((match) => ({ at: match.index, text: match[0] }))
  return { lower, variables }
}
