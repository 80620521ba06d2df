import type { Token } from '../text/token.ts'

/** The tokens of a text from `start` up to `end`, which is not part of the sentence. */
export type Sentence = { tokens: readonly Token[]; start: number; end: number }

/** Empty outside of the sentence. */
export function wordAt({ tokens, start, end }: Sentence, at: number): string {
  return at >= start && at < end ? (tokens[at]?.text ?? '') : ''
}
