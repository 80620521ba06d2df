import { limits } from '../render/limits.ts'

/**
 * What a button or a form carries: our action, and in a direct message, where Discord tells no server, the server it is
 * about: `answer:17@310`. Behind a `#` stands what tells two buttons with the same action apart.
 */
export function writeCustomId(action: string, guild: string | undefined, twin = 0): string {
  const tail = (guild === undefined ? '' : `@${guild}`) + (twin === 0 ? '' : `#${twin}`)
  return action.slice(0, limits.customId - tail.length) + tail
}

export function readCustomId(customId: string): { action: string; guild?: string } {
  const [, action = customId, guild] = /^(.*?)(?:@(\d{1,20}))?(?:#\d+)?$/su.exec(customId) ?? []
  return { action, ...(guild === undefined ? {} : { guild }) }
}
