/**
 * Makes a text from any source safe to display: removes control characters, characters that reverse the reading
 * direction, and lone surrogates. Keeps line breaks.
 */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu, '')
}
