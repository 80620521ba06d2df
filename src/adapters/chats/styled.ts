import { shorten } from './letters.ts'

/**
 * Applies a style to at most `most` UTF-16 code units. A style must begin and end next to a character, so leading and
 * trailing spaces stay outside.
 */
export function styled(text: string, most: number, style: (inner: string) => string): string {
  const start = text.length - text.trimStart().length
  const inner = text.trim()
  const before = text.slice(0, start)
  if (inner === '') return before
  return before + style(shorten(inner.replace(/\s+/gu, ' '), most)) + text.slice(start + inner.length)
}
