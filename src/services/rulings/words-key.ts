import { createHash } from 'node:crypto'
import { rulingWords } from '../../domain/rulings/equal-words.ts'

/** A hash that identifies the words of a ruling without storing the text. */
export function wordsKey(text: string): string {
  return keyOfWords(rulingWords(text))
}

/** The same hash for words returned by `rulingWords`. */
export function keyOfWords(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, 22)
}
