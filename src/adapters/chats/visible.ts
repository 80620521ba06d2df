/** Without control characters and without the marks that reverse the reading direction of all that follows. */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu, '')
}
