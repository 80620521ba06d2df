import { placeParts } from '../../../domain/place.ts'
import { visible } from '../../../domain/visible.ts'
import type { Inline, Rich } from '../../../ports/message.ts'
import { shorten } from '../../chats/letters.ts'
import { styled } from '../../chats/styled.ts'

/** Slack has no escape for these: only a lookalike keeps them from starting bold, italics, strikethrough or code. */
const lookalikes: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' }

/** Escaping may turn each character into five: a styled span still fits into one section. */
const longestSpan = 500
const longestWord = 1000
const longestUrl = 1500

/** The three characters that Slack parses; nothing else may be escaped. */
function escapeControls(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Text that reads exactly as written: it can't become a mention, a link or formatting. */
export function literal(text: string): string {
  const harmless = visible(text).replace(/(?<![\p{L}\p{N}])[*_~`](?=\S)/gu, (mark) => lookalikes[mark] ?? mark)
  return escapeControls(harmless)
}

/** Text inside backticks, where only a backtick and Slack's control characters have a meaning. */
export function codeText(text: string): string {
  return escapeControls(
    visible(text)
      .replaceAll('`', lookalikes['`'] ?? '')
      .replace(/\s+/gu, ' '),
  )
}

/** Rich text as pieces of mrkdwn that may be split between any two of them. */
export function mrkdwnPieces(rich: Rich): string[] {
  return rich.flatMap((span, at) => {
    if (typeof span === 'string') return words(literal(span))
    const rendered = marked(span)
    // Slack ignores a style marker next to a letter; a zero-width space separates them.
    const before = /^\s/.test(rendered) || !touches(rich[at - 1], 'end') ? '' : '\u200b'
    const after = /\s$/.test(rendered) || !touches(rich[at + 1], 'start') ? '' : '\u200b'
    return rendered === '' ? [] : [before + rendered + after]
  })
}

function marked(span: Exclude<Inline, string>): string {
  if ('bold' in span) return styled(span.bold, longestSpan, (text) => `*${literal(text).replaceAll('*', '∗')}*`)
  if ('code' in span) return styled(span.code, longestSpan, (text) => `\`${codeText(text)}\``)
  if ('link' in span) return link(span.link, span.url)
  return mention(span.mention)
}

function link(text: string, url: string): string {
  if (!/^(https?:|mailto:)/i.test(url) || url.length > longestUrl) return literal(shorten(text, longestSpan))
  const target = escapeControls(url).replaceAll('|', '%7C').replace(/\s/g, '%20')
  return `<${target}|${literal(shorten(text, longestSpan)).replace(/\n/g, ' ')}>`
}

function mention(place: string): string {
  if (!place.startsWith('slack:')) return literal(place)
  const id = placeParts(place).at(-1) ?? ''
  if (!/^[A-Z0-9]+$/.test(id)) return literal(place)
  if (id.startsWith('S')) return `<!subteam^${id}>`
  return id.startsWith('C') ? `<#${id}>` : `<@${id}>`
}

function touches(neighbour: Inline | undefined, edge: 'start' | 'end'): boolean {
  if (typeof neighbour !== 'string') return false
  return edge === 'start' ? /^[\p{L}\p{N}]/u.test(neighbour) : /[\p{L}\p{N}]$/u.test(neighbour)
}

/** Words and the spaces between them; an endless word is split into characters, but an entity never is. */
function words(text: string): string[] {
  return (text.match(/\s+|\S+/gu) ?? []).flatMap((word) =>
    word.length <= longestWord ? [word] : (word.match(/&(?:amp|lt|gt);|./gsu) ?? []),
  )
}
