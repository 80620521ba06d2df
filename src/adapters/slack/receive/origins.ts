import { createHash } from 'node:crypto'
import { type Place, placeOf } from '../../../domain/place.ts'
import type { Origin, SentFile } from '../../../ports/chat-event.ts'
import type { FilePayload, PressPayload, SubmitPayload } from './payloads.ts'
import { unescaped } from './plain-words.ts'

export type EventContext = {
  isAdmin(player: Place): Promise<boolean>
  zoneOf(player: Place): Promise<string | undefined>
  nameOf(player: Place): string
  fileOf(team: string, file: FilePayload): SentFile
  requestId?: string
  delivery?: string
  /** In milliseconds. */
  now: number
}

type Interaction = Pick<PressPayload | SubmitPayload, 'team' | 'user' | 'enterprise'>

/**
 * Returns the workspace in which the app acts. For an app that is installed for a whole organization, this is the
 * person's workspace.
 */
export function teamOf(payload: Interaction): string | undefined {
  return payload.team?.id ?? payload.user.team_id ?? undefined
}

/**
 * Returns a person as a player in the workspace in which the app acts, even if their own workspace is another one. A
 * guest of a shared channel is a separate player in their own workspace, with other points and other rights, and needs
 * another token there.
 */
export function playerOf(
  team: string,
  user: string,
  name: string | null | undefined,
  context: EventContext,
): Origin['player'] {
  const ref = placeOf('slack', team, user)
  return {
    ref,
    name: context.nameOf(ref),
    ...(name ? { handle: unescaped(name) } : {}),
    isAdmin: () => context.isAdmin(ref),
    zone: () => context.zoneOf(ref),
  }
}

/** Returns nothing for a direct message, whose id begins with a D. */
export function channelOf(
  team: string,
  channel: { id: string; name?: string | null | undefined },
): Pick<Origin, 'channel'> {
  if (channel.id.startsWith('D')) return {}
  // Commands in a private channel contain this placeholder instead of the name.
  const name = channel.name === 'privategroup' ? '' : unescaped(channel.name ?? '')
  return { channel: { ref: placeOf('slack', team, channel.id), name } }
}

export function requestOf({ requestId, delivery }: EventContext): Pick<Origin, 'requestId' | 'delivery'> {
  return { ...(requestId === undefined ? {} : { requestId }), ...(delivery === undefined ? {} : { delivery }) }
}

/** Returns an id for a payload without one. It is the same for every delivery of the payload. */
export function digest(payload: object): string {
  return createHash('sha256').update(JSON.stringify(payload)).digest('hex').slice(0, 32)
}
