import { fractionSigns } from '../numbers/number-words.ts'

/**
 * A text normalized for comparison: Unicode NFKC, plain quotes and dashes, nothing invisible. If letters were merged or
 * split, `starts` and `ends` map back to the text as typed.
 */
export type Folded = {
  /** With letter case. */
  cased: string
  /** In lower case; has the same indexes as `cased`. */
  lower: string
  /** Offset in the original of each code unit of `cased`; absent if the two agree everywhere. */
  starts?: Uint32Array
  /** End offset (exclusive) in the original of each code unit of `cased`. */
  ends?: Uint32Array
}

// A backslash may escape the next character.
const plainAscii = /^[\t\n\x20-\x5b\x5d-\x7e]*$/

export function fold(text: string): Folded {
  return plainAscii.test(text) ? { cased: text, lower: text.toLowerCase() } : foldUnicode(text)
}

/** The offset in the original where the folded text's offset `at` begins. */
export function originalStart(folded: Folded, at: number): number {
  return folded.starts?.[at] ?? at
}

/** The offset in the original that corresponds to a span of the folded text ending before `at`. */
export function originalEnd(folded: Folded, at: number): number {
  return at === 0 ? 0 : (folded.ends?.[at - 1] ?? at)
}

// A letter with the marks, joiners and jamo that normalization may merge with it.
const cluster = /\r\n|[\u1100-\u11ff]+|[\s\S][\p{M}\uff9e\uff9f]*/uy
const invisible = /^[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]+$/u

const spelledPlainly = new Map([
  ...[...'‘’‚‛´ʼ′'].map((quote) => [quote, "'"] as const),
  ...[...'“”„‟″«»'].map((quote) => [quote, '"'] as const),
  ...[...'‐‑−﹣－'].map((hyphen) => [hyphen, '-'] as const),
  ['٫', '.'],
  ['٬', ','],
])

function foldUnicode(text: string): Folded {
  let cased = ''
  let lower = ''
  const starts: number[] = []
  const ends: number[] = []
  for (let start = 0, end = 0; start < text.length; start = end) {
    if (standsAlone(text, start)) {
      end = start + 1
      cased += text.charAt(start)
      lower += text.charAt(start).toLowerCase()
      starts.push(start)
      ends.push(end)
      continue
    }
    cluster.lastIndex = start
    const raw = cluster.exec(text)?.[0] ?? text.charAt(start)
    end = start + raw.length
    const plain = foldInPlace(raw, text, start, end)
    for (const letter of plain) {
      const small = lowerLetter(letter)
      // Some capitals have no lower-case form of the same length (İ); both strings then contain the longer one.
      const shown = small.length === letter.length ? letter : small
      cased += shown
      lower += small
      for (let i = 0; i < small.length; i++) {
        starts.push(start)
        ends.push(end)
      }
    }
  }
  return { cased, lower, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** Whether there is a plain letter or sign that nothing merges with. Most are, and everything else here is slow. */
function standsAlone(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x20 && code <= 0x7e && code !== 0x5c && !(text.charCodeAt(at + 1) >= 0x80)
}

/**
 * Two characters depend on their neighbors: DATABASE\\_URL is escaped for a chat, and "—tail" was two hyphens before a
 * phone changed it.
 */
function foldInPlace(raw: string, text: string, start: number, end: number): string {
  if (raw === '\\' && /[_*`~#.\-[\]()!|>'"]/.test(text.charAt(end))) return ''
  if ((raw === '—' || raw === '–') && /[a-z]/.test(text.charAt(end)) && /^$|[\s`'"(]/.test(text.charAt(start - 1)))
    return '--'
  return foldCluster(raw)
}

function foldCluster(raw: string): string {
  if (raw === '\r\n' || raw === '\r' || raw === '\u2028' || raw === '\u2029') return '\n'
  if (raw === '\t' || raw === '\n') return raw
  const plain = spelledPlainly.get(raw)
  if (plain !== undefined) return plain
  if (invisible.test(raw)) return ''
  if (fractionSigns.has(raw)) return raw
  if (/^\p{Nd}$/u.test(raw)) return digitOf(raw)
  return raw.normalize('NFKC').replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
}

/** A decimal digit of any script as an ASCII digit: each script has its ten in a row, from zero. */
function digitOf(raw: string): string {
  const plain = raw.normalize('NFKC')
  if (/^\d$/.test(plain)) return plain
  const code = raw.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}

function lowerLetter(letter: string): string {
  // Greek has two small forms of one letter; which one is used depends on its position in the word.
  return letter === 'ς' ? 'σ' : letter.toLowerCase()
}
