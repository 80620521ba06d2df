import { fold } from '../rubric/text/fold.ts'

/**
 * Answers that fold to the same say the same to a ruling: case, spacing, kinds of quotes and dashes, and what stands around
 * the sentence don't count. Marks within it do: `--app` and `10.5` mean something.
 */
export function rulingWords(text: string): string {
  return fold(text)
    .lower.replace(/\s+/gu, ' ')
    .replace(/^[\s"']+/u, '')
    .replace(/[\s"'.,;:!?…]+$/u, '')
}
