import { createHash } from 'node:crypto'

/** Texts with the same key are the same words: case, spacing and ways to write one letter do not count. */
export function wordsKey(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
  return createHash('md5').update(folded).digest('hex')
}
