import { type Place, placeParts } from '../../../domain/place.ts'
import { visible } from '../../../domain/visible.ts'
import type { Inline, Rich } from '../../../ports/message.ts'
import { shorten } from '../../chats/letters.ts'
import { styled } from '../../chats/styled.ts'

/** Escaping may double each character, and a styled span must still fit into one message. */
const longestSpan = 400
const longestWord = 400
const longestUrl = 1000

/** Discord has no escape inside code. This lookalike keeps a backtick from ending it. */
const backtick = 'ˋ'

/**
 * Escapes text so that it can't become a mention, a link, an emoji or formatting. Discord hides a backslash only before
 * a special character, so only characters that can have a meaning get one.
 */
export function literal(text: string): string {
  return visible(text)
    .replace(/[\\*_`<[]|~(?=~)|\|(?=\|)|(?<=~)~|(?<=\|)\||@(?=everyone|here)|:(?=\/\/|[\w+-]+:)/gu, '\\$&')
    .replace(/^([^\S\n]*)([#>+-])/gmu, '$1\\$2')
    .replace(/^([^\S\n]*\d{1,9})\.(?=\s)/gmu, '$1\\.')
}

/** Escapes text inside backticks, where only a backtick has a meaning. */
export function codeText(text: string): string {
  return visible(text).replaceAll('`', backtick).replace(/\s+/gu, ' ')
}

/** Renders rich text as pieces of Markdown. A message may be split between any two pieces. */
export function markdownPieces(rich: Rich): string[] {
  return rich.flatMap((span) => {
    if (typeof span === 'string') return words(literal(span))
    const rendered = marked(span)
    return rendered === '' ? [] : [rendered]
  })
}

/** Returns the id of a person's or a role's place. A role's id begins with an ampersand. */
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

/** Angle brackets around the address keep Discord from showing a preview. */
function link(text: string, url: string): string {
  const label = literal(shorten(text.replace(/\s+/gu, ' '), longestSpan)).replaceAll(']', '\\]')
  if (!/^https?:/i.test(url) || url.length > longestUrl) return label
  const target = url.replace(/[\s<>()]/gu, (mark) => encodeURIComponent(mark).replace('(', '%28').replace(')', '%29'))
  return `[${label}](<${target}>)`
}

/**
 * Splits a text into words and the spaces between them. A word that is too long is split, but never inside an escaped
 * character.
 */
function words(text: string): string[] {
  return (text.match(/\s{1,400}|\S+/gu) ?? []).flatMap((word) =>
    word.length <= longestWord ? [word] : (word.match(/\\?./gsu) ?? []),
  )
}
