import { shorten } from './letters.ts'

/**
 * A style must begin and end next to a letter, so spaces at the edges of a text move outside. At most `most` code units
 * inside.
 */
export function styled(text: string, most: number, style: (inner: string) => string): string {
  const start = text.length - text.trimStart().length
  const inner = text.trim()
  const before = text.slice(0, start)
  if (inner === '') return before
  return before + style(shorten(inner.replace(/\s+/gu, ' '), most)) + text.slice(start + inner.length)
}
