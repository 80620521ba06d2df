import { placeOf } from '../../../domain/place.ts'

/** Slack escapes these three characters in what people typed, whichever way they typed it. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** A mentioned user group becomes its place, which is what settings and teams store. */
export function withGroupPlaces(text: string, team: string): string {
  return text.replace(/<!subteam\^([A-Z0-9]+)(?:\|[^<>]*)?>/g, (_, id: string) => placeOf('slack', team, id))
}

/**
 * What a person typed in a message: there Slack also wraps people, channels and addresses in angle brackets, as
 * `<@U1|ada>`, `<#C1|general>` or `<https://example.com|example.com>`.
 */
export function plainWords(text: string): string {
  const bare = text.replace(
    /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g,
    (_, sign: string, target: string, label: string | undefined) => unwrapped(sign, target, label),
  )
  return unescaped(bare)
}

/** The words after the bot's mention, wherever it is in the message; undefined if the bot isn't mentioned. */
export function wordsAfterMention(text: string, bot: string | undefined): string | undefined {
  const name = bot === undefined ? '[A-Z0-9]+' : bot.replace(/[^A-Z0-9]/gi, '')
  const found = new RegExp(`<@${name}(?:\\|[^<>]*)?>[\\s,:]*`).exec(text)
  return found === null ? undefined : plainWords(text.slice(found.index + found[0].length)).trim()
}

function unwrapped(sign: string, target: string, label = ''): string {
  const shown = label === '' ? target.replace(/^mailto:/, '') : label
  return sign === '!' ? `@${shown}` : sign + shown
}
