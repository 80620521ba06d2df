import type { Folded } from './fold.ts'
import type { Word } from './word.ts'

/** One word for the matcher. `ps:scale`, `doesn't` and 30s are two tokens each, and each Han character is one. */
export type Token = {
  /** Folded and in lower case. */
  text: string
  word: Word
  from: number
  to: number
  /** The number of its chunk. A chunk is the text between two spaces. */
  chunk: number
  sentence: number
  /** Part of code (`ps:scale`, DATABASE_URL). Such words are never read as misspellings. */
  code: boolean
  /** Part of a longer name in capitals, such as the words of DATABASE_URL. */
  inName: boolean
  /** The separator before the token. */
  after: Pause
}

/** `joined`: no space. `comma`: a small pause. `break`: a bracket, colon, semicolon or dash. */
export type Pause = 'joined' | 'space' | 'comma' | 'break'

/** A tokenized text. Positions are indexes into `tokens`. */
export type ReadText = {
  folded: Folded
  tokens: Token[]
  sentenceEnds: number[]
  questions: boolean[]
  /** Per chunk, the position of its first token. */
  chunkStarts: number[]
}
