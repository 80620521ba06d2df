const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß', eacute: 'é' },
  ...{ egrave: 'è', agrave: 'à', ccedil: 'ç', ntilde: 'ñ', rarr: '→', larr: '←', times: '×', deg: '°', euro: '€' },
}

/** Invisible parts, by their start and end. */
const hidden: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/<script\b[^<>]*>/gi, /<\/script\s*>/gi],
  [/<style\b[^<>]*>/gi, /<\/style\s*>/gi],
  [/<!--/g, /-->/g],
]

/**
 * Returns the readable text of HTML, one line per paragraph, and the number of pictures and sounds that were left out.
 */
export function htmlText(html: string): { text: string; leftOut: number } {
  const leftOut = html.match(/<(?:img|audio|video|object|iframe)\b|\[sound:[^\][]*\]/gi)?.length ?? 0
  const shown = hidden.reduce((text, [begin, end]) => without(text, begin, end), html)
  const text = shown
    .replace(/\[sound:[^\][]*\]/gi, ' ')
    .replace(/<(?:code|tt|kbd)\b[^<>]*>|<\/(?:code|tt|kbd)\s*>/gi, '`')
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => characterOf(name) ?? whole)
  return { text: plainText(text), leftOut }
}

/**
 * Visits each position once. A regular expression for the whole part would take minutes for a hundred thousand starts
 * without an end.
 */
function without(text: string, begin: RegExp, end: RegExp): string {
  let [left, at] = ['', 0]
  for (;;) {
    begin.lastIndex = at
    const begins = begin.exec(text)
    end.lastIndex = begin.lastIndex
    if (!begins || !end.test(text)) return left + text.slice(at)
    left += `${text.slice(at, begins.index)} `
    at = end.lastIndex
  }
}

export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

function characterOf(name: string): string | undefined {
  const word = name.toLowerCase()
  if (!name.startsWith('#')) return Object.hasOwn(named, word) ? named[word] : undefined
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined
}
