import { placeOf } from '../../../domain/place.ts'

/** Slack escapes these three characters in all texts that people type. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Replaces a mentioned user group with its place, because settings and teams store places. */
export function withGroupPlaces(text: string, team: string): string {
  return text.replace(/<!subteam\^([A-Z0-9]+)(?:\|[^<>]*)?>/g, (_, id: string) => placeOf('slack', team, id))
}

/**
 * Returns the text of a message as the person typed it. In a message, Slack wraps people, channels and addresses in
 * angle brackets, as `<@U1|ada>`, `<#C1|general>` or `<https://example.com|example.com>`.
 */
export function plainWords(text: string): string {
  const bare = text.replace(
    /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g,
    (_, sign: string, target: string, label: string | undefined) => unwrapped(sign, target, label),
  )
  return unescaped(bare)
}

/**
 * Returns the words after the bot's mention, which may be anywhere in the message, or undefined if the bot isn't
 * mentioned.
 */
export function wordsAfterMention(text: string, bot: string | undefined): string | undefined {
  const name = bot === undefined ? '[A-Z0-9]+' : bot.replace(/[^A-Z0-9]/gi, '')
  const found = new RegExp(`<@${name}(?:\\|[^<>]*)?>[\\s,:]*`).exec(text)
  return found === null ? undefined : plainWords(text.slice(found.index + found[0].length)).trim()
}

function unwrapped(sign: string, target: string, label = ''): string {
  const shown = label === '' ? target.replace(/^mailto:/, '') : label
  return sign === '!' ? `@${shown}` : sign + shown
}
