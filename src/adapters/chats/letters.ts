const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Counts the characters as a reader sees them. */
export function lettersIn(text: string): number {
  let count = 0
  for (const _ of letters.segment(text)) count += 1
  return count
}

/** Cuts a text to at most `most` UTF-16 code units, never inside a character, and marks the cut with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of letters.segment(text)) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** Cuts a text to at most `most` characters as a reader counts them, and marks the cut with an ellipsis. */
export function firstLetters(text: string, most: number): string {
  if (lettersIn(text) <= most) return text
  const kept = [...letters.segment(text)].slice(0, most - 1)
  return `${kept.map(({ segment }) => segment).join('')}…`
}
