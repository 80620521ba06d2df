import { PermissionFlagsBits } from 'discord.js'
import { placeOf } from '../../../domain/place.ts'
import type { Act, Origin, Outside, SentFile } from '../../../ports/chat-event.ts'
import type { Marks } from '../../chats/marks.ts'
import { writePath } from '../send/reply-path.ts'
import type { AttachmentPayload, InteractionPayload } from './payloads.ts'
import { placesOfRoles } from './plain-words.ts'

/** What an event needs beyond its payload. */
export type Surroundings = {
  /** Empty if it isn't known yet. */
  guildName(guild: string): string
  fileOf(file: AttachmentPayload): SentFile
  marks: Marks
  requestId?: string
  delivery?: string
  /** In milliseconds. */
  now: number
}

/** Who did something and where. `guild` is the server it is about, no matter where it happened. */
export function originOf(payload: InteractionPayload, guild: string, around: Surroundings): Origin {
  const { id, token, member, channel, channel_id: channelId, guild_id: here } = payload
  const person = member?.user ?? payload.user
  const name = member?.nick || person?.global_name || person?.username || ''
  const admin = isAdmin(member?.permissions)
  const channelRef = channel?.id ?? channelId
  return {
    id,
    workspace: { ref: placeOf('discord', guild), name: around.guildName(guild) },
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
    path: writePath({ interaction: { token, madeAt: around.now } }),
    ...(around.requestId === undefined ? {} : { requestId: around.requestId }),
    ...(around.delivery === undefined ? {} : { delivery: around.delivery }),
  }
}

/**
 * Somebody outside of every server that has the app. No server has the id `outside`, so this place belongs to no
 * server.
 */
export function outsideOf(
  { id, member, user }: Pick<InteractionPayload, 'id' | 'member' | 'user'>,
  where: Outside['where'],
  act: Act,
  { requestId }: Pick<Surroundings, 'requestId'> = {},
): Outside {
  const person = placeOf('discord', 'outside', (member?.user ?? user)?.id ?? '')
  return { kind: 'outside', id, person, where, act, ...(requestId === undefined ? {} : { requestId }) }
}

/** Every interaction contains the member's permissions in the channel; in a direct message nobody is an admin. */
function isAdmin(permissions: string | null | undefined): boolean {
  const adminsHave = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator
  return (BigInt(permissions ?? '0') & adminsHave) !== 0n
}
