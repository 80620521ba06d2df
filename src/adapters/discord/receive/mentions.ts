import { GatewayDispatchEvents } from 'discord.js'
import { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import { placeOf } from '../../../domain/place.ts'
import { cannotWriteDirectly } from '../../../messages/discord.ts'
import type { ChatEvent, HandleEvent } from '../../../ports/chat-event.ts'
import { dropped } from '../connect/forgive-malformed.ts'
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
  member: z.object({ nick: z.string().nullish(), roles: z.array(z.string()).default([]) }).nullish(),
})

type Around = {
  /** The bot's own id. */
  self: string
  channelName(channel: string): string
  isAdmin(guild: string, user: string, roles: readonly string[]): boolean
}

/**
 * Replies to a message that mentions the bot. On Discord nothing below a message is private, so the reply is a direct
 * message; somebody who doesn't accept those is told what to do instead. A direct message to the bot belongs to no
 * server, no matter who sends it. Bots, and messages that don't mention this one, get no reply.
 */
export async function hearMessage(
  deps: DiscordDeps & { handleEvent: HandleEvent },
  payload: unknown,
  around: Around,
): Promise<void> {
  const { data: message } = written.safeParse(payload)
  if (!message) return dropped(deps.log, GatewayDispatchEvents.MessageCreate)
  if (message.author.bot || message.webhook_id) return
  const { id, channel_id: channel, guild_id: guild, author, member } = message
  if (!guild) return answerDirectly(deps, message)
  const words = wordsAfterMention(withRolePlaces(message.content, guild), around.self)
  if (words === undefined) return
  const player = placeOf('discord', guild, author.id)
  const event: ChatEvent = {
    kind: 'command',
    id,
    words,
    workspace: { ref: placeOf('discord', guild), name: '' },
    channel: { ref: placeOf('discord', guild, channel), name: around.channelName(channel) },
    player: {
      ref: player,
      name: member?.nick || author.global_name || author.username || '',
      isAdmin: async () => around.isAdmin(guild, author.id, member?.roles ?? []),
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

/** In a direct message every word is meant for the bot. Nothing is stored about its writer, not even that we replied. */
async function answerDirectly(
  deps: DiscordDeps & { handleEvent: HandleEvent },
  { id, channel_id: channel, author, content }: z.infer<typeof written>,
): Promise<void> {
  const act = { kind: 'command', words: content } as const
  const reply = await deps.handleEvent(outsideOf({ id, user: author }, 'direct-message', act))
  await sendUnrecorded(deps, { channel }, lateMessage(reply), id)
}
