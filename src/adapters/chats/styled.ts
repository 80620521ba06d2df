import { shorten } from './letters.ts'

/** A style must begin and end at a letter: spaces at the edges of a text move outside. At most `most` code units inside. */
export function styled(text: string, most: number, style: (inner: string) => string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? []
  return inner === '' ? before : before + style(shorten(inner.replace(/\s+/gu, ' '), most)) + after
}
