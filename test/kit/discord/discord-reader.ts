import type { Place } from '../../../src/domain/place.ts'
import type { Seen } from '../../contracts/chat.ts'
import type { DiscordServer } from './discord-server.ts'
import type { Json } from './discord-world.ts'

/**
 * A channel as one person sees it in Discord: its messages and the person's private messages, wherever they are shown.
 */
export function asReader({ world }: DiscordServer, channel: Place, reader: Place): Seen[] {
  const [, guild = '', channelId = ''] = channel.split(':')
  const user = reader.split(':').at(-1) ?? ''
  const messages = world.messages.get(channelId) ?? []
  const posted = messages.map((message) => {
    const { message_id } = (message.message_reference ?? {}) as Json
    const parent = messages.find(({ id }) => id === message_id)
    return { ...readMessage(message, guild), ...(parent ? { under: readMessage(parent, guild).text } : {}) }
  })
  const replies = [...world.replies.values()].flatMap((one) => (one.user === user ? [one.body] : []))
  const direct = world.messages.get(world.direct.get(user) ?? '') ?? []
  return [...posted, ...[...replies, ...direct].map((one) => readMessage(one, guild))]
}

/** How Discord shows a message, and whom it notifies: only allowed mentions outside of embeds. */
function readMessage(message: Json, guild = ''): Seen {
  const content = String(message.content ?? '')
  const allowed = (message.allowed_mentions ?? {}) as { users?: string[]; roles?: string[] }
  const pings = [...content.matchAll(/(?<!\\)<@(&?)(\d+)>/g)].flatMap(([, role, id = '']) => {
    const may = role === '&' ? allowed.roles : allowed.users
    return may?.includes(id) ? [`discord:${guild}:${role}${id}`] : []
  })
  const embeds = ((message.embeds ?? []) as { description?: string }[]).map(({ description }) => description ?? '')
  return { text: [content, ...embeds].map(shown).join('\n'), pings }
}

/** The text without the mark at the end and without the backslashes that Discord removes. */
export function shown(markdown: string): string {
  return markdown.replace(/[\u200b\u200c\u200d]{41}$/u, '').replace(/\\([^0-9A-Za-z\s])/gu, '$1')
}
