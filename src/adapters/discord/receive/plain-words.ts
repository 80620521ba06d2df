import { placeOf } from '../../../domain/place.ts'

/**
 * A role that is named becomes its place, which is what settings and teams keep. The ampersand stays, because a role and
 * a person are written alike but for that.
 */
export function withRolePlaces(text: string, guild: string): string {
  return text.replace(/<@&(\d{1,20})>/g, (_, id: string) => placeOf('discord', guild, `&${id}`))
}

/** The words behind the bot's name, wherever in a message it stands; undefined where it is not named. */
export function wordsAfterMention(text: string, bot: string): string | undefined {
  const found = new RegExp(`<@!?${bot.replace(/\D/g, '')}>[\\s,:]*`, 'u').exec(text)
  return found === null ? undefined : text.slice(found.index + found[0].length).trim()
}
