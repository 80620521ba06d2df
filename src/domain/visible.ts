/**
 * A text that is safe to show to people, wherever it came from: without control characters, without marks that reverse
 * the reading direction of what follows, and without lone surrogates. Line breaks stay.
 */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu, '')
}
