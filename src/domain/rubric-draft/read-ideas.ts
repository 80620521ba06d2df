import { findNegation } from '../rubric/negation/negation.ts'
import { readText } from '../rubric/text/read-text.ts'
import type { ReadText, Token } from '../rubric/text/token.ts'
import { linkWords } from './link-words.ts'

/** A content word of a model answer. */
export type Idea = {
  /** The same for all forms of a word. A negated word has a different key. */
  key: string
  /** In lower case. A label keeps its capital. */
  text: string
  kind: 'word' | 'label' | 'number'
  negated: boolean
  sentence: number
  /** Its place among the words of the text, and that of the word that negates it. */
  at: number
  deniedAt: number | undefined
}

/** The ideas of a text in order. A word that occurs twice gives two ideas with the same key. */
export function readIdeas(text: string): Idea[] {
  const read = readText(text)
  const negation = findNegation(read)
  return read.tokens.flatMap((token, at) => {
    const negators = negation?.[at] ?? []
    const negated = negators.length % 2 === 1
    const place = { negated, sentence: token.sentence, at, deniedAt: negated ? negators.at(-1) : undefined }
    const keyOf = (base: string): string => (negated ? `not ${base}` : base)
    const label = labelOf(read, token, at)
    if (label !== undefined) return [{ key: keyOf(label), text: label, kind: 'label', ...place }]
    if (!isContent(token)) return []
    const kind = /^\d$/.test(token.text) ? 'label' : /^\d/.test(token.text) ? 'number' : 'word'
    return [{ key: keyOf(token.word.stem), text: token.text, kind, ...place }]
  })
}

function isContent({ text, word }: Token): boolean {
  return !word.empty && !word.negator && !linkWords.has(text) && /^([\p{L}\p{N}]+|\d+\.\d+)$/u.test(text)
}

/**
 * A single capital letter is a name: "Bulbs B and C", "the Xs". Excludes A and I, which are words, and the start of a
 * sentence.
 */
function labelOf(read: ReadText, token: Token, at: number): string | undefined {
  const opens = at === 0 || read.sentenceEnds.includes(at)
  const label = /^([B-HJ-Z])s?$/.exec(read.folded.cased.slice(token.from, token.to))?.[1]
  return opens ? undefined : label
}
