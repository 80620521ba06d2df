import { isShortMark, type Marks, shortMark } from '../chats/marks.ts'
import { limits } from './render/limits.ts'

/**
 * A server's id with our mark, such as `310.2bXk...`. The buttons in a direct message contain it, because the message
 * itself doesn't name a server.
 */
export type GuildTag = string

export function tagGuild(marks: Marks, guild: string): GuildTag {
  return `${guild}.${shortMark(marks, about(guild))}`
}

/**
 * The id of a button or a form contains our action and, in a direct message, also the server: `answer:17@310.2bXk...`. The part after a `#` distinguishes two buttons with the same action.
 */
export function writeCustomId(action: string, guild: GuildTag | undefined, twin = 0): string {
  const tail = (guild === undefined ? '' : `@${guild}`) + (twin === 0 ? '' : `#${twin}`)
  return action.slice(0, limits.customId - tail.length) + tail
}

/** Returns no `guild` if its mark isn't ours. */
export function readCustomId(marks: Marks, customId: string): { action: string; guild?: string } {
  const [, action = customId, guild, mark = ''] = /^(.*?)(?:@(\d{1,20})\.([\w-]{12}))?(?:#\d+)?$/su.exec(customId) ?? []
  const ours = guild !== undefined && isShortMark(marks, about(guild), mark)
  return { action, ...(ours ? { guild } : {}) }
}

function about(guild: string): string {
  return `server ${guild}`
}
