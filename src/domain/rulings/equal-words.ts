import { fold } from '../rubric/text/fold.ts'

/**
 * Normalizes a text so that equal answers for a ruling are the same. Ignores case, spacing, variants of quotes and
 * dashes, and anything around the sentence. Keeps punctuation within the sentence, because `--app` and `10.5` have a
 * meaning.
 */
export function rulingWords(text: string): string {
  return fold(text)
    .lower.replace(/\s+/gu, ' ')
    .replace(/^[\s"']+/u, '')
    .replace(/[\s"'.,;:!?…]+$/u, '')
}
