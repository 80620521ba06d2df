import { negators, pairedNegators } from '../negation/negation-words.ts'
import type { NumberRange } from '../pattern/pattern.ts'
import { fold } from '../text/fold.ts'
import { inflect } from './inflect.ts'
import type { CodeLeaf, Lexicon } from './lexicon.ts'
import { forgivenEdits, lettersOf } from './misspelling.ts'
import { stem } from './stem.ts'

export type LexiconBuilder = {
  lexicon: Lexicon
  word(text: string): number
  exact(text: string): number
  prefix(text: string): number
  number(range: NumberRange): number
  code(text: string, anyCase: boolean): number
  /** The word that two neighbours make when written as one. */
  joined(first: string, second: string): number
  isNegator(text: string): boolean
}

/** Numbers the leaves of a rubric; asking twice for the same one gives the same number. */
export function startLexicon(): LexiconBuilder {
  const lexicon: Lexicon = {
    size: 0,
    words: new Map(),
    exacts: new Map(),
    prefixes: [],
    numbers: [],
    codes: [],
    targets: new Map(),
    firstHalves: new Set(),
    negators: new Set(),
  }
  const others = new Map<string, number>()
  const next = (): number => lexicon.size++
  const once = (map: Map<string, number>, key: string, add: (leaf: number) => void): number => {
    const known = map.get(key)
    if (known !== undefined) return known
    const leaf = next()
    map.set(key, leaf)
    add(leaf)
    return leaf
  }
  const word = (text: string): number => {
    const leaf = once(lexicon.words, stem(text), (added) => {
      if (isNegator(text)) lexicon.negators.add(added)
    })
    addTargets(lexicon, text, leaf)
    addHalves(lexicon, text)
    return leaf
  }
  return {
    lexicon,
    word,
    exact: (text) =>
      once(lexicon.exacts, text, (leaf) => {
        if (isNegator(text)) lexicon.negators.add(leaf)
        addHalves(lexicon, text)
      }),
    prefix: (text) => once(others, `prefix ${text}`, (leaf) => lexicon.prefixes.push({ text, leaf })),
    number: (range) =>
      once(others, `number ${Object.values(range).join(' ')}`, (leaf) => lexicon.numbers.push({ range, leaf })),
    code: (text, anyCase) =>
      once(others, `code ${anyCase} ${text}`, (leaf) => lexicon.codes.push(codeLeaf(text, anyCase, leaf))),
    joined: (first, second) => once(lexicon.words, stem(first + second), () => {}),
    isNegator,
  }
}

function isNegator(text: string): boolean {
  return negators.has(text) || pairedNegators.has(text)
}

const letters = /^\p{L}+$/u

function addTargets(lexicon: Lexicon, text: string, leaf: number): void {
  if (!letters.test(text)) return
  const first = text.charAt(0)
  const sameLetter = lexicon.targets.get(first) ?? []
  for (const form of inflect(text)) {
    if (forgivenEdits(form.length) === 0 || sameLetter.some((target) => target.text === form)) continue
    const ending = forgivenEdits(text.length) === 0 ? form.slice(-1) : ''
    sameLetter.push({ text: form, letters: lettersOf(form), leaf, ending })
  }
  lexicon.targets.set(first, sameLetter)
}

const shortestHalf = 2

function addHalves(lexicon: Lexicon, text: string): void {
  if (!letters.test(text)) return
  for (let i = shortestHalf; i <= text.length - shortestHalf; i++) lexicon.firstHalves.add(text.slice(0, i))
}

// Two capitals and no small letter: DATABASE_URL, $PORT, but not H12.
const variable = /(?<![\p{L}\p{N}_])[\p{Lu}\p{N}_]*\p{Lu}[\p{Lu}\p{N}_]*\p{Lu}[\p{Lu}\p{N}_]*(?![\p{L}\p{N}_])/gu

function codeLeaf(text: string, anyCase: boolean, leaf: number): CodeLeaf {
  const pieces = text
    .trim()
    .split(/\s+/)
    .map((piece) => {
      const { cased, lower } = fold(piece)
      const variables = anyCase
        ? []
        : [...cased.matchAll(variable)].map((match) => ({ at: match.index, text: match[0] }))
      return { lower, variables }
    })
  return { leaf, pieces }
}
