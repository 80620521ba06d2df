import { type Place, placeParts } from '../../../domain/place.ts'
import { visible } from '../../../domain/visible.ts'
import type { Inline, Rich } from '../../../ports/message.ts'
import { shorten } from '../../chats/letters.ts'
import { styled } from '../../chats/styled.ts'

/** Escaping may double each character: a styled span still fits into one message. */
const longestSpan = 400
const longestWord = 400
const longestUrl = 1000

/** Discord has no escape inside code: only a lookalike keeps a backtick from ending it. */
const backtick = 'ˋ'

/**
 * Text that reads exactly as written: it can't become a mention, a link, an emoji or formatting. A backslash before a
 * special character is not shown, so only those that could have a meaning get one.
 */
export function literal(text: string): string {
  return visible(text)
    .replace(/[\\*_`<[]|~(?=~)|\|(?=\|)|(?<=~)~|(?<=\|)\||@(?=everyone|here)|:(?=\/\/|[\w+-]+:)/gu, '\\$&')
    .replace(/^([^\S\n]*)([#>+-])/gmu, '$1\\$2')
    .replace(/^([^\S\n]*\d{1,9})\.(?=\s)/gmu, '$1\\.')
}

/** Text between backticks, where only a backtick has a meaning. */
export function codeText(text: string): string {
  return visible(text).replaceAll('`', backtick).replace(/\s+/gu, ' ')
}

/** Rich text as pieces of Markdown that may be split between any two of them. */
export function markdownPieces(rich: Rich): string[] {
  return rich.flatMap((span) => {
    if (typeof span === 'string') return words(literal(span))
    const rendered = marked(span)
    return rendered === '' ? [] : [rendered]
  })
}

/** The id in a person's place, or in a role's, which begins with an ampersand. */
export function mentionOf(place: Place): { users: string } | { roles: string } | undefined {
  if (!place.startsWith('discord:')) return undefined
  const [, role, id] = /^(&?)(\d{1,20})$/.exec(placeParts(place)[1] ?? '') ?? []
  if (id === undefined) return undefined
  return role === '&' ? { roles: id } : { users: id }
}

function marked(span: Exclude<Inline, string>): string {
  if ('bold' in span) return styled(span.bold, longestSpan, (text) => `**${literal(text)}**`)
  if ('code' in span) return styled(span.code, longestSpan, (text) => `\`${codeText(text)}\``)
  if ('link' in span) return link(span.link, span.url)
  const mentioned = mentionOf(span.mention)
  if (!mentioned) return literal(span.mention)
  return 'users' in mentioned ? `<@${mentioned.users}>` : `<@&${mentioned.roles}>`
}

/** Angle brackets around the address keep Discord from showing a preview below. */
function link(text: string, url: string): string {
  const label = literal(shorten(text.replace(/\s+/gu, ' '), longestSpan)).replaceAll(']', '\\]')
  if (!/^https?:/i.test(url) || url.length > longestUrl) return label
  const target = url.replace(/[\s<>()]/gu, (mark) => encodeURIComponent(mark).replace('(', '%28').replace(')', '%29'))
  return `[${label}](<${target}>)`
}

/** Words and the spaces between them; an endless word is split, but an escaped character never is. */
function words(text: string): string[] {
  return (text.match(/\s{1,400}|\S+/gu) ?? []).flatMap((word) =>
    word.length <= longestWord ? [word] : (word.match(/\\?./gsu) ?? []),
  )
}
