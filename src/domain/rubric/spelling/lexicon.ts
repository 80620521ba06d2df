import type { NumberRange } from '../pattern/pattern.ts'

/**
 * Everything the patterns of one rubric look for, numbered: a `leaf` is one word, number or piece of code, however many
 * patterns hold it. A text is looked up here once per word, whatever the number of patterns.
 */
export type Lexicon = {
  /** Number of leaves. */
  size: number
  /** From stem to leaf. */
  words: Map<string, number>
  /** From the exact word to leaf. */
  exacts: Map<string, number>
  prefixes: { text: string; leaf: number }[]
  numbers: { range: NumberRange; leaf: number }[]
  codes: CodeLeaf[]
  /** Words that a misspelling may be read as, by first letter. */
  targets: Map<string, Target[]>
  /** First halves of words that people may write in two ("time out", "data base"). */
  firstHalves: Set<string>
  /** Leaves that are negators. */
  negators: Set<number>
}

export type CodeLeaf = {
  leaf: number
  /** What stands between the code's spaces; any white space may stand there in a text. */
  pieces: CodePiece[]
}

export type CodePiece = {
  /** Folded, in lower case. */
  lower: string
  /** Stretches whose letter case counts (DATABASE_URL), as they must stand. */
  variables: { at: number; text: string }[]
}

export type Target = {
  /** The author's word, or a regular form of it. */
  text: string
  letters: number
  leaf: number
  /** What the typed word must end with: the forms of a word of four letters are forgiven (dnyos), the word is not. */
  ending: string
}
