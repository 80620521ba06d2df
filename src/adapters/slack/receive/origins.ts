import { createHash } from 'node:crypto'
import { type Place, placeOf } from '../../../domain/place.ts'
import type { Origin, SentFile } from '../../../ports/chat-event.ts'
import type { FilePayload, PressPayload, SubmitPayload } from './payloads.ts'
import { unescaped } from './plain-words.ts'

/** What an event needs beyond its payload. */
export type Surroundings = {
  isAdmin(player: Place): Promise<boolean>
  zoneOf(player: Place): Promise<string | undefined>
  /** Empty if it isn't known yet. */
  nameOf(player: Place): string
  fileOf(team: string, file: FilePayload): SentFile
  requestId?: string
  delivery?: string
  /** In milliseconds. */
  now: number
}

type Interaction = Pick<PressPayload | SubmitPayload, 'team' | 'user' | 'enterprise'>

/** The workspace in which the app acts; an install for a whole organization names none, so the person's counts. */
export function teamOf(payload: Interaction): string | undefined {
  return payload.team?.id ?? payload.user.team_id ?? undefined
}

/**
 * A person as a player in the workspace in which the app acts, wherever they come from. A guest of a shared channel is
 * a separate player at home: other points, other rights, and another token to reach them with.
 */
export function playerOf(
  team: string,
  user: string,
  name: string | null | undefined,
  around: Surroundings,
): Origin['player'] {
  const ref = placeOf('slack', team, user)
  return {
    ref,
    name: around.nameOf(ref),
    ...(name ? { handle: unescaped(name) } : {}),
    isAdmin: () => around.isAdmin(ref),
    zone: () => around.zoneOf(ref),
  }
}

/** A direct message isn't a channel: its ids begin with a D. */
export function channelOf(
  team: string,
  channel: { id: string; name?: string | null | undefined },
): Pick<Origin, 'channel'> {
  if (channel.id.startsWith('D')) return {}
  // A command in a private channel has this word instead of the name.
  const name = channel.name === 'privategroup' ? '' : unescaped(channel.name ?? '')
  return { channel: { ref: placeOf('slack', team, channel.id), name } }
}

export function requestOf({ requestId, delivery }: Surroundings): Pick<Origin, 'requestId' | 'delivery'> {
  return { ...(requestId === undefined ? {} : { requestId }), ...(delivery === undefined ? {} : { delivery }) }
}

/** An id for payloads without one: the same for every delivery of the same payload. */
export function digest(payload: object): string {
  return createHash('sha256').update(JSON.stringify(payload)).digest('hex').slice(0, 32)
}
