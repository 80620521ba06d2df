/**
 * A text as people may be shown it, wherever it came from: without control characters, without the marks that reverse the
 * reading direction of all that follows, and without halves of letters. Lines stay.
 */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu, '')
}
