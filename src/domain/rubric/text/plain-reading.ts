import type { Word } from './word.ts'

/**
 * The reading rules of other languages: no stems, contractions, number words or negation words except the given ones.
 */
export type PlainReading = {
  /** Words in lower case that negate the rest of their clause. */
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
