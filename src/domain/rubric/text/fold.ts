import { fractionSigns } from '../numbers/number-words.ts'

/**
 * A text normalized for comparison: Unicode NFKC, plain quotes and dashes, no invisible characters. If letters were
 * merged or split, `starts` and `ends` map back to the original text.
 */
export type Folded = {
  /** The text with its original letter case. */
  cased: string
  /** In lower case, with the same indexes as `cased`. */
  lower: string
  /** The offset in the original of each code unit of `cased`; absent if all offsets are equal. */
  starts?: Uint32Array
  /** The end offset (exclusive) in the original of each code unit of `cased`. */
  ends?: Uint32Array
}

// Excludes the backslash, which may escape the next character.
const plainAscii = /^[\t\n\x20-\x5b\x5d-\x7e]*$/

export function fold(text: string): Folded {
  return plainAscii.test(text) ? { cased: text, lower: text.toLowerCase() } : foldUnicode(text)
}

/** The offset in the original of the folded text's offset `at`. */
export function originalStart(folded: Folded, at: number): number {
  return folded.starts?.[at] ?? at
}

/** The end offset in the original of a span of the folded text that ends before `at`. */
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
      // Some capitals have no lowercase form of the same length (İ). Both strings then contain the longer form.
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

/**
 * Whether the character is plain ASCII that normalization can't merge with the next one. This is a fast path for most
 * characters.
 */
function standsAlone(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x20 && code <= 0x7e && code !== 0x5c && !(text.charCodeAt(at + 1) >= 0x80)
}

/**
 * Two characters depend on their neighbors. The backslash in DATABASE\\_URL is an escape for a chat, and the dash in
 * "—tail" was two hyphens before a phone changed it.
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

/** Converts a decimal digit of any script to ASCII. Each script has its ten digits in a row, starting with zero. */
function digitOf(raw: string): string {
  const plain = raw.normalize('NFKC')
  if (/^\d$/.test(plain)) return plain
  const code = raw.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}

function lowerLetter(letter: string): string {
  // Greek has two lowercase forms of sigma, depending on the position in the word.
  return letter === 'ς' ? 'σ' : letter.toLowerCase()
}
