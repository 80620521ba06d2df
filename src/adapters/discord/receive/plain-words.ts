import { type Place, placeOf } from '../../../domain/place.ts'

/**
 * Replaces a mentioned role with its place, because settings and teams store places. The ampersand is kept, because it
 * distinguishes a role from a person.
 */
export function withRolePlaces(text: string, guild: string): string {
  return text.replace(/<@&(\d{1,20})>/g, (_, id: string) => placeOfRole(guild, id))
}

export function placesOfRoles(guild: string, roles: readonly string[]): Place[] {
  return roles.map((role) => placeOfRole(guild, role))
}

function placeOfRole(guild: string, role: string): Place {
  return placeOf('discord', guild, `&${role}`)
}

/**
 * Returns the words after the bot's mention, which may be anywhere in the message, or undefined if the bot isn't
 * mentioned.
 */
export function wordsAfterMention(text: string, bot: string): string | undefined {
  const found = new RegExp(`<@!?${bot.replace(/\D/g, '')}>[\\s,:]*`, 'u').exec(text)
  return found === null ? undefined : text.slice(found.index + found[0].length).trim()
}
