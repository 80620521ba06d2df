import type { Token } from '../text/token.ts'

/** The tokens from `start` up to `end`, exclusive. */
export type Sentence = { tokens: readonly Token[]; start: number; end: number }

/** Empty outside the sentence. */
export function wordAt({ tokens, start, end }: Sentence, at: number): string {
  return at >= start && at < end ? (tokens[at]?.text ?? '') : ''
}
