const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How wide each kind of letter is in Inter Bold, as a share of the font size, rounded up. */
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

/**
 * What the shipped fonts can draw. A letter of another script shows as a box, which can't be mistaken for another
 * letter.
 */
const undrawable =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Common}]|[\u2e80-\u{10ffff}]/gu

/**
 * Invisible characters, including those that change the direction of what follows: a name must not affect its
 * neighbors.
 */
const unseen = /[\p{M}\p{Cf}]/gu

/** The part that fits in `width` at a font size, cut between letters with an ellipsis. */
export function fitted(text: string, size: number, width: number): string {
  const drawn = [...letters.segment(text.trim().replace(/\s+/gu, ' '))].map(({ segment }) => drawable(segment))
  const room = width / size
  if (drawn.reduce((sum, letter) => sum + widthOf(letter), 0) <= room) return drawn.join('')
  let used = widthOf('…')
  const kept = drawn.filter((letter) => {
    used += widthOf(letter)
    return used <= room
  })
  return `${kept.join('').trimEnd()}…`
}

/**
 * A styled letter, such as a mathematical bold one, becomes the plain letter; of an emoji joined from several, only the
 * first is kept, since resvg drops the whole line if it contains a joined one.
 */
function drawable(letter: string): string {
  if (/^\p{Regional_Indicator}/u.test(letter)) return '🚩'
  const [first = ''] = letter
  if (/^\p{Extended_Pictographic}/u.test(first)) return first
  return letter.normalize('NFKC').replace(unseen, '').replace(undrawable, '□')
}

function widthOf(letter: string): number {
  if (letter === '') return 0
  return widths.find(([kind]) => kind.test(letter))?.[1] ?? usualWidth
}
