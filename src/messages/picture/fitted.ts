const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The widths of kinds of letters in Inter Bold as a share of the font size, rounded up. */
const widths: readonly [kind: RegExp, width: number][] = [
  [/^[ilI1|.,:;'’!jftr()[\] -]/u, 0.4],
  [/^[MW@—]/u, 1.05],
  [/^[mwGOQCDHNU%&…]/u, 0.87],
  [/^\p{Lu}/u, 0.76],
  [/^\p{N}/u, 0.68],
  [/^□/u, 0.95],
  [/^\p{Extended_Pictographic}/u, 1.3],
]
const usualWidth = 0.62

/** The scripts that the included fonts support. */
const scripts = [
  ...['Latin', 'Greek', 'Cyrillic', 'Hebrew', 'Arabic', 'Armenian', 'Georgian', 'Thai', 'Lao', 'Ethiopic'],
  'Common',
]
const undrawable = new RegExp(
  `[^${scripts.map((script) => `\\p{Script=${script}}`).join('')}]|[\\u2e80-\\u{10ffff}]`,
  'gu',
)

/** Replaces letters of other scripts. */
export const box = '□'

/** In these scripts, vowels and tones are marks on a letter. Keeps up to two marks above and one below. */
const withMarks = /^[\p{Script=Thai}\p{Script=Lao}]/u
const mostMarks = 3

/** Invisible characters, including those that change the text direction, so that a name can't affect its neighbors. */
const unseen = /[\p{M}\p{Cf}]/gu

/** Cuts a text to `width` at a font size, between letters and with an ellipsis. */
export function fitted(text: string, size: number, width: number): string {
  const drawn = drawnLetters(text)
  const room = width / size
  if (drawn.reduce((sum, letter) => sum + widthOf(letter), 0) <= room) return drawn.join('')
  let used = widthOf('…')
  const kept = drawn.filter((letter) => {
    used += widthOf(letter)
    return used <= room
  })
  return `${kept.join('').trimEnd()}…`
}

/** The letters of a text as the fonts can draw them. */
export function drawnLetters(text: string): string[] {
  return [...letters.segment(text.trim().replace(/\s+/gu, ' '))].map(({ segment }) => drawable(segment))
}

/**
 * Replaces a styled letter, such as a mathematical bold one, with the plain letter, and a joined emoji with its first
 * part, because resvg drops lines with joined emoji.
 */
function drawable(letter: string): string {
  if (/^\p{Regional_Indicator}/u.test(letter)) return '🚩'
  const [first = ''] = letter
  if (/^\p{Extended_Pictographic}/u.test(first)) return first
  if (withMarks.test(letter)) return [...letter.replace(undrawable, '')].slice(0, 1 + mostMarks).join('')
  return letter.normalize('NFKC').replace(unseen, '').replace(undrawable, box)
}

function widthOf(letter: string): number {
  if (letter === '') return 0
  return widths.find(([kind]) => kind.test(letter))?.[1] ?? usualWidth
}
