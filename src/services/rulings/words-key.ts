import { createHash } from 'node:crypto'
import { rulingWords } from '../../domain/rulings/equal-words.ts'

/** The key by which a ruling recognizes its words without storing what somebody wrote. */
export function wordsKey(text: string): string {
  return keyOfWords(rulingWords(text))
}

/** The same for words returned by `rulingWords`. */
export function keyOfWords(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, 22)
}
