const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How many characters a reader sees. */
export function lettersIn(text: string): number {
  let count = 0
  for (const _ of letters.segment(text)) count += 1
  return count
}

/** At most `most` UTF-16 code units, never cutting through a character; a cut is marked with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of letters.segment(text)) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** At most `most` characters as a reader counts them; a cut is marked with an ellipsis. */
export function firstLetters(text: string, most: number): string {
  if (lettersIn(text) <= most) return text
  const kept = [...letters.segment(text)].slice(0, most - 1)
  return `${kept.map(({ segment }) => segment).join('')}…`
}
