/** Texts that fold to the same are the same words: case, spacing and ways to write one letter do not count. */
export function foldWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
