import type { Word } from './word.ts'

/**
 * How texts in another language than English are read: each word is only itself, with no stems, contractions, number
 * words or denials beside the words that are named here.
 */
export type PlainReading = {
  /** Words that deny what stands after them in their clause, in lower case. */
  denials: ReadonlySet<string>
}

/** Takes a folded word in lower case. */
export function plainWord(text: string, { denials }: PlainReading): Word {
  return {
    stem: text,
    also: undefined,
    real: false,
    empty: false,
    negator: denials.has(text),
    number: /^\d/.test(text),
    opened: undefined,
  }
}
