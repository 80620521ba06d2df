import { type Place, placeOf, placeParts } from '../../domain/place.ts'
import { playground } from '../../messages/site/playground.ts'

const workspaceId = 'demo'

/** The one workspace that the playground is. */
export const playgroundWorkspace = { ref: placeOf('playground', workspaceId), name: playground.workspace } as const

export type Channel = { ref: Place; name: string; topic: string }

/** Its channels; the first is where a visitor arrives. */
export const playgroundChannels: readonly [Channel, ...Channel[]] = [
  channelOf('quiz'),
  channelOf('data-team'),
  channelOf('lounge'),
]

function channelOf(name: keyof typeof playground.channels): Channel {
  return { ref: placeOf('playground', workspaceId, name), name, topic: playground.channels[name] }
}

export function channelNamed(name: string): Channel | undefined {
  return playgroundChannels.find((channel) => channel.name === name)
}

/** The channel that an address names; an error with status 404 where there is none. */
export function channelInPath(name: string): Channel {
  const channel = channelNamed(name)
  if (!channel) throw Object.assign(new Error('no such channel'), { statusCode: 404 })
  return channel
}

export function channelAt(ref: Place): Channel | undefined {
  return playgroundChannels.find((channel) => channel.ref === ref)
}

export function playerPlace(playerId: string): Place {
  return placeOf('playground', workspaceId, playerId)
}

/** A message is its channel and the number of its line there. */
export function messagePlace(channel: Place, entryId: number): Place {
  return placeOf('playground', ...placeParts(channel), String(entryId))
}

/** The channel and line of a message; nothing where the place is not one of our messages. */
export function messageAt(place: Place): { channel: Place; entryId: number } | undefined {
  const [workspace, name, line, ...more] = placeParts(place)
  const channel = workspace === workspaceId && name !== undefined ? channelNamed(name) : undefined
  if (!channel || line === undefined || !/^[1-9]\d{0,14}$/.test(line) || more.length > 0) return undefined
  return { channel: channel.ref, entryId: Number(line) }
}
