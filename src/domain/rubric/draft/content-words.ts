import { readText } from '../read-text.ts'

const latin = /^[a-z0-9]+$/

/** The words of a text that say something, in its order: from stem to the word as it stands, in lower case. */
export function contentWords(text: string): Map<string, string> {
  const words = new Map<string, string>()
  for (const { text: word, word: known } of readText(text).tokens) {
    if (!known.empty && !known.negator && latin.test(word) && !words.has(known.stem)) words.set(known.stem, word)
  }
  return words
}
