import type { Span } from '../domain/rubric/rubric.ts'
import type { Block, Inline, Rich } from '../ports/message.ts'

/** A paragraph from the bank, or nothing if the text is empty. */
export function paragraph(text: string): Block[] {
  return text === '' ? [] : [{ kind: 'text', text: prose(text) }]
}

/** Converts text from the bank, with `code` in backticks, to spans. An unpaired backtick stays as it is. */
export function prose(text: string): Rich {
  const spans: Inline[] = []
  let rest = text
  for (let found = /`([^`]+)`/.exec(rest); found; found = /`([^`]+)`/.exec(rest)) {
    if (found.index > 0) spans.push(rest.slice(0, found.index))
    spans.push({ code: found[1] ?? '' })
    rest = rest.slice(found.index + found[0].length)
  }
  if (rest !== '') spans.push(rest)
  return spans
}

/** Converts spans to text without markup. */
export function plain(rich: Rich): string {
  return rich
    .map((span) => {
      if (typeof span === 'string') return span
      if ('bold' in span) return span.bold
      if ('code' in span) return span.code
      if ('link' in span) return span.link
      return ''
    })
    .join('')
}

/** `1 point`, `2 points`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

const commonShares = new Map([
  [0.25, 'a quarter'],
  [0.5, 'half'],
  [0.75, 'three quarters'],
])

/** A share in words or as a percentage: `half`, `a quarter`, `60%`. */
export function shareInWords(share: number): string {
  return commonShares.get(share) ?? `${Math.round(share * 100)}%`
}

/** A message with one paragraph. */
export function sentence(text: string): { summary: string; blocks: [{ kind: 'text'; text: Rich }] } {
  const rich = prose(text)
  return { summary: plain(rich), blocks: [{ kind: 'text', text: rich }] }
}

/** Cuts a text at a word to at most `most` characters and adds an ellipsis if it was cut. */
export function shortened(text: string, most: number): string {
  const letters = [...text]
  if (letters.length <= most) return text
  const cut = letters.slice(0, most - 1).join('')
  const atWord = cut.replace(/[\s,;:–—-]+\S*$/u, '').replace(/[\s,;:.–—-]+$/u, '')
  return `${atWord.length > most / 2 ? atWord : cut}…`
}

/** A text with these spans in bold, cut at about `most` characters. Spans are in UTF-16 code units. */
export function marked(text: string, spans: readonly Span[], most: number): Rich {
  const shown = shortened(text, most)
  const end = shown === text ? text.length : shown.length - 1
  const rich: Rich = []
  let at = 0
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const [from, to] = [Math.max(at, span.start), Math.min(end, span.end)]
    if (from >= to) continue
    if (from > at) rich.push(shown.slice(at, from))
    rich.push({ bold: shown.slice(from, to) })
    at = to
  }
  if (at < shown.length) rich.push(shown.slice(at))
  return rich
}

/** In characters, so that chats don't cut off the host after it. */
const pageMost = 60

/** The name of a web page in a link: `one off dynos (devcenter.heroku.com)`, or the host alone for its first page. */
export function sourceName(address: string): string {
  const { hostname, pathname } = new URL(address)
  const host = hostname.replace(/^www\./, '')
  const page = pathname.split('/').findLast((part) => part !== '')
  if (page === undefined) return host
  const name = readable(page)
    .replace(/\.html?$/i, '')
    .replaceAll(/[-_+]+/g, ' ')
  return `${shortened(name, pageMost)} (${host})`
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
