import { type Place, placeOf } from '../../../domain/place.ts'

/**
 * A mentioned role becomes its place, which is what settings and teams store. The ampersand stays, because it is all
 * that distinguishes a role from a person.
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

/** The words after the bot's mention, wherever it is in the message; undefined if the bot isn't mentioned. */
export function wordsAfterMention(text: string, bot: string): string | undefined {
  const found = new RegExp(`<@!?${bot.replace(/\D/g, '')}>[\\s,:]*`, 'u').exec(text)
  return found === null ? undefined : text.slice(found.index + found[0].length).trim()
}
