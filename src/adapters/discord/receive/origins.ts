import { PermissionFlagsBits } from 'discord.js'
import { placeOf } from '../../../domain/place.ts'
import type { Act, Origin, Outside, SentFile } from '../../../ports/chat-event.ts'
import type { Marks } from '../../chats/marks.ts'
import { writePath } from '../send/reply-path.ts'
import type { AttachmentPayload, InteractionPayload } from './payloads.ts'
import { placesOfRoles } from './plain-words.ts'

export type EventContext = {
  guildName(guild: string): string
  fileOf(file: AttachmentPayload): SentFile
  marks: Marks
  requestId?: string
  delivery?: string
  /** In milliseconds. */
  now: number
}

/**
 * Returns the person, the channel and the server that an interaction is about. `guild` may differ from the server in
 * which it happened.
 */
export function originOf(payload: InteractionPayload, guild: string, context: EventContext): Origin {
  const { id, token, member, channel, channel_id: channelId, guild_id: here } = payload
  const person = member?.user ?? payload.user
  const name = member?.nick || person?.global_name || person?.username || ''
  const admin = isAdmin(member?.permissions)
  const channelRef = channel?.id ?? channelId
  return {
    id,
    workspace: { ref: placeOf('discord', guild), name: context.guildName(guild) },
    // A direct message isn't a channel.
    ...(here && channelRef
      ? { channel: { ref: placeOf('discord', guild, channelRef), name: channel?.name ?? '' } }
      : {}),
    player: {
      ref: placeOf('discord', guild, person?.id ?? ''),
      name,
      isAdmin: async () => admin,
      ...(here && member?.roles ? { groups: placesOfRoles(guild, member.roles) } : {}),
    },
    path: writePath({ interaction: { token, madeAt: context.now } }),
    ...(context.requestId === undefined ? {} : { requestId: context.requestId }),
    ...(context.delivery === undefined ? {} : { delivery: context.delivery }),
  }
}

/** Returns a person outside all servers that have the app. No server has the id `outside`. */
export function outsideOf(
  { id, member, user }: Pick<InteractionPayload, 'id' | 'member' | 'user'>,
  where: Outside['where'],
  act: Act,
  { requestId }: Pick<EventContext, 'requestId'> = {},
): Outside {
  const person = placeOf('discord', 'outside', (member?.user ?? user)?.id ?? '')
  return { kind: 'outside', id, person, where, act, ...(requestId === undefined ? {} : { requestId }) }
}

/**
 * Every interaction contains the member's permissions in the channel. A direct message contains none, so nobody is an
 * admin there.
 */
function isAdmin(permissions: string | null | undefined): boolean {
  const adminsHave = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator
  return (BigInt(permissions ?? '0') & adminsHave) !== 0n
}
