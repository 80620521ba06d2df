import { GatewayDispatchEvents } from 'discord.js'
import { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import { placeOf } from '../../../domain/place.ts'
import { cannotWriteDirectly } from '../../../messages/discord.ts'
import type { ChatEvent, HandleEvent } from '../../../ports/chat-event.ts'
import { logDropped } from '../connect/drop-malformed.ts'
import type { DiscordDeps } from '../deps.ts'
import { send, sendUnrecorded } from '../send/send.ts'
import { sendDirectly } from '../send/tell.ts'
import { outsideOf } from './origins.ts'
import { placesOfRoles, withRolePlaces, wordsAfterMention } from './plain-words.ts'
import { lateMessage } from './replies.ts'

const written = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().nullish(),
  content: z.string(),
  webhook_id: z.string().nullish(),
  author: z.object({
    id: z.string(),
    username: z.string().nullish(),
    global_name: z.string().nullish(),
    bot: z.boolean().nullish(),
  }),
  message_reference: z.object({ message_id: z.string().nullish() }).nullish(),
  member: z.object({ nick: z.string().nullish(), roles: z.array(z.string()).default([]) }).nullish(),
})

type MentionContext = {
  self: string
  channelName(channel: string): string
  isAdmin(guild: string, user: string, roles: readonly string[]): boolean
}

/**
 * Replies to a message that mentions the bot. Discord has no private reply to a message, so the reply is a direct
 * message. People who don't accept direct messages get a public hint. A direct message to the bot belongs to no server.
 * Bots, and messages that don't mention this bot, get no reply.
 */
export async function handleMention(
  deps: DiscordDeps & { handleEvent: HandleEvent },
  payload: unknown,
  context: MentionContext,
): Promise<void> {
  const { data: message } = written.safeParse(payload)
  if (!message) return logDropped(deps.log, GatewayDispatchEvents.MessageCreate)
  if (message.author.bot || message.webhook_id) return
  const { id, channel_id: channel, guild_id: guild, author, member } = message
  const above = message.message_reference?.message_id
  if (!guild) return answerDirectly(deps, message)
  const words = wordsAfterMention(withRolePlaces(message.content, guild), context.self)
  if (words === undefined) return
  const player = placeOf('discord', guild, author.id)
  const event: ChatEvent = {
    kind: 'command',
    id,
    words,
    workspace: { ref: placeOf('discord', guild), name: '' },
    channel: { ref: placeOf('discord', guild, channel), name: context.channelName(channel) },
    ...(above ? { below: placeOf('discord', guild, channel, above) } : {}),
    player: {
      ref: player,
      name: member?.nick || author.global_name || author.username || '',
      isAdmin: async () => context.isAdmin(guild, author.id, member?.roles ?? []),
      ...(member ? { groups: placesOfRoles(guild, member.roles) } : {}),
    },
  }
  const reply = await deps.handleEvent(event)
  if (reply.kind === 'nothing') return
  try {
    await sendDirectly(deps, player, lateMessage(reply), id)
  } catch (error) {
    if (!(error instanceof ChatError && error.code === 'forbidden')) throw error
    await send(deps, { channel, replyTo: id }, cannotWriteDirectly(), id)
  }
}

/** In a direct message, every word is addressed to the bot. Nothing about its author is stored. */
async function answerDirectly(
  deps: DiscordDeps & { handleEvent: HandleEvent },
  { id, channel_id: channel, author, content }: z.infer<typeof written>,
): Promise<void> {
  const act = { kind: 'command', words: content } as const
  const reply = await deps.handleEvent(outsideOf({ id, user: author }, 'direct-message', act))
  await sendUnrecorded(deps, { channel }, lateMessage(reply), id)
}
