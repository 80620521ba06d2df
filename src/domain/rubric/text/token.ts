import type { Folded } from './fold.ts'
import type { Word } from './word.ts'

/** One word, as the matcher sees it. `ps:scale` is two, `doesn't` is two, 30s is two, each Han character is one. */
export type Token = {
  /** Folded and in lower case. */
  text: string
  word: Word
  /** Its offset in the folded text. */
  from: number
  to: number
  /** Number of the chunk between spaces that it belongs to: what a person would count as a word. */
  chunk: number
  sentence: number
  /** Part of code (`ps:scale`, DATABASE_URL): such words are typed exactly and are never misspellings. */
  code: boolean
  /** Part of a longer name in capitals: the words of DATABASE_URL. */
  inName: boolean
  /** What is between it and the token before it. */
  after: Pause
}

/** `joined`: no space; `comma`: a small pause; `break`: a bracket, colon, semicolon or dash. */
export type Pause = 'joined' | 'space' | 'comma' | 'break'

/** A tokenized text. Positions are indexes into `tokens`. */
export type ReadText = {
  folded: Folded
  tokens: Token[]
  /** Per sentence, the position after its last token. */
  sentenceEnds: number[]
  /** Per sentence, whether it ends with a question mark. */
  questions: boolean[]
  /** Per chunk, the position of its first token. */
  chunkStarts: number[]
}
