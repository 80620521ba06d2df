import { placeParts } from '../../../domain/place.ts'
import { visible } from '../../../domain/visible.ts'
import type { Inline, Rich } from '../../../ports/message.ts'
import { shorten } from '../../chats/letters.ts'
import { styled } from '../../chats/styled.ts'

/** Slack has no escape for these. A lookalike keeps them from starting bold, italics, strikethrough or code. */
const lookalikes: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' }

/** Escaping may replace a character with five, and a styled span must still fit into one section. */
const longestSpan = 500
const longestWord = 1000
const longestUrl = 1500

/** Slack parses only these three characters, and no others may be escaped. */
function escapeControls(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Escapes text so that it can't become a mention, a link or formatting. */
export function literal(text: string): string {
  const harmless = visible(text).replace(/(?<![\p{L}\p{N}])[*_~`](?=\S)/gu, (mark) => lookalikes[mark] ?? mark)
  return escapeControls(harmless)
}

/** Escapes text inside backticks, where only a backtick and Slack's control characters have a meaning. */
export function codeText(text: string): string {
  return escapeControls(
    visible(text)
      .replaceAll('`', lookalikes['`'] ?? '')
      .replace(/\s+/gu, ' '),
  )
}

/** Renders rich text as pieces of mrkdwn. A message may be split between any two pieces. */
export function mrkdwnPieces(rich: Rich): string[] {
  return rich.flatMap((span, at) => {
    if (typeof span === 'string') return words(literal(span))
    const rendered = marked(span)
    // Slack ignores a style marker that touches a letter, so a zero-width space separates them.
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

/**
 * Splits a text into words and the spaces between them. A word that is too long is split into characters, but never
 * inside an entity.
 */
function words(text: string): string[] {
  return (text.match(/\s+|\S+/gu) ?? []).flatMap((word) =>
    word.length <= longestWord ? [word] : (word.match(/&(?:amp|lt|gt);|./gsu) ?? []),
  )
}
