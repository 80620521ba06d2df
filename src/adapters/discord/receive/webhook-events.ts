import { ApplicationWebhookEventType, ApplicationWebhookType } from 'discord.js'
import { z } from 'zod'
import { placeOf } from '../../../domain/place.ts'
import type { ChatEvent } from '../../../ports/chat-event.ts'
import { id, some } from '../../chats/payload-parts.ts'

const guild = z.object({ id, name: some, system_channel_id: id.nullish() })

const authorized = z.object({
  type: z.literal(ApplicationWebhookType.Event),
  event: z.object({
    type: z.literal(ApplicationWebhookEventType.ApplicationAuthorized),
    timestamp: some,
    data: z.object({ user: z.object({ id, username: some, global_name: some }), guild: guild.nullish() }),
  }),
})
const anything = z.object({ type: z.number() })

/** Discord's events about the app itself, which don't come from a chat. */
export type WebhookEvent =
  | { kind: 'met'; guild: Guild; user: { id: string; name: string }; at: string }
  | { kind: 'other' }

export type Guild = { id: string; name: string; systemChannel?: string }

/** Returns undefined if Discord wouldn't send such a body. */
export function readWebhookEvent(body: unknown): WebhookEvent | undefined {
  if (!anything.safeParse(body).success) return undefined
  const { data: read } = authorized.safeParse(body)
  // People who installed the app only for themselves didn't add it to a server.
  if (!read?.event.data.guild) return { kind: 'other' }
  const { user, guild: joined } = read.event.data
  return {
    kind: 'met',
    guild: guildOf(joined),
    user: { id: user.id, name: user.global_name || user.username || '' },
    at: read.event.timestamp ?? '',
  }
}

function guildOf({ id: server, name, system_channel_id: channel }: z.infer<typeof guild>): Guild {
  return { id: server, name: name ?? '', ...(channel ? { systemChannel: channel } : {}) }
}

/**
 * Returns a server that has just added the app, from a gateway event, or undefined for a server that already had it.
 */
export function readNewGuild(data: unknown, now: Date): WebhookEvent | undefined {
  const { data: joined } = arrived.safeParse(data)
  if (!joined || joined.unavailable) return undefined
  const ageMs = now.getTime() - Date.parse(joined.joined_at)
  if (!(ageMs < newMs)) return undefined
  return { kind: 'met', guild: guildOf(joined), user: { id: joined.owner_id, name: '' }, at: joined.joined_at }
}

const newMs = 60_000
const arrived = guild.extend({ owner_id: id, joined_at: z.string(), unavailable: z.boolean().nullish() })

/**
 * Greets a new server in the channel where Discord itself welcomes people, because presses in a direct message don't
 * show whether the person is an admin. In a server without such a channel, this greets the person who added the app.
 */
export function metEvent({ guild: server, user, at }: Extract<WebhookEvent, { kind: 'met' }>): ChatEvent {
  const workspace = { ref: placeOf('discord', server.id), name: server.name }
  const player = { ref: placeOf('discord', server.id, user.id), name: user.name, isAdmin: async () => true }
  const id = `met-${server.id}-${at}`
  if (server.systemChannel === undefined) return { kind: 'met', how: 'installed', id, workspace, player }
  const channel = { ref: placeOf('discord', server.id, server.systemChannel), name: '' }
  return { kind: 'met', how: 'channel', id, workspace, player, channel }
}
