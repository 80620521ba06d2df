import { fold } from '../rubric/text/fold.ts'

/**
 * To a ruling, answers that fold to the same text are equal: case, spacing, kinds of quotes and dashes, and what
 * surrounds the sentence are ignored. Punctuation within it is not: `--app` and `10.5` mean something.
 */
export function rulingWords(text: string): string {
  return fold(text)
    .lower.replace(/\s+/gu, ' ')
    .replace(/^[\s"']+/u, '')
    .replace(/[\s"'.,;:!?…]+$/u, '')
}
