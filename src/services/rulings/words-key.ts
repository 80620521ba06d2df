import { createHash } from 'node:crypto'
import { rulingWords } from '../../domain/rulings/equal-words.ts'

/** By this a ruling knows its words without storing what somebody wrote. */
export function wordsKey(text: string): string {
  return createHash('sha256').update(rulingWords(text)).digest('base64url').slice(0, 22)
}
