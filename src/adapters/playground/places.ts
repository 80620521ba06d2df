import { randomBytes } from 'node:crypto'
import { type Place, placeOf, placeParts } from '../../domain/place.ts'
import { pages } from '../../messages/site/pages.ts'
import { playground } from '../../messages/site/playground.ts'

export type Channel = { ref: Place; name: string; topic: string }

/** A workspace of the playground. Anybody with its id may join. People arrive in the first channel. */
export type Sandbox = { id: string; ref: Place; channels: readonly [Channel, ...Channel[]] }

/** With 128 bits, nobody can guess the id of a sandbox. */
const idBytes = 16
const idPattern = /^[\w-]{22}$/

export function newSandboxId(): string {
  return randomBytes(idBytes).toString('base64url')
}

function sandboxOf(id: string): Sandbox | undefined {
  if (!idPattern.test(id)) return undefined
  const channelOf = (name: keyof typeof playground.channels): Channel => ({
    ref: placeOf('playground', id, name),
    name,
    topic: playground.channels[name],
  })
  const channels = [channelOf('quiz'), channelOf('data-team'), channelOf('lounge')] as const
  return { id, ref: placeOf('playground', id), channels }
}

/** Returns the sandbox in an address. Throws an error with status 404 if the id is invalid. */
export function sandboxInPath(id: string): Sandbox {
  const sandbox = sandboxOf(id)
  if (!sandbox) throw missingSandbox()
  return sandbox
}

/** Returns the channel in an address. Throws an error with status 404 if there is none. */
export function channelInPath(sandbox: Sandbox, name: string): Channel {
  const channel = channelNamed(sandbox, name)
  if (!channel) throw Object.assign(new Error('no such channel'), { statusCode: 404 })
  return channel
}

export function channelOr(sandbox: Sandbox, name: string | undefined): Channel {
  return channelNamed(sandbox, name ?? '') ?? sandbox.channels[0]
}

export function sandboxAt(place: Place): Sandbox | undefined {
  return sandboxOf(placeParts(place)[0] ?? '')
}

export function channelAt(ref: Place): Channel | undefined {
  return sandboxAt(ref)?.channels.find((channel) => channel.ref === ref)
}

export function playerPlace(sandbox: Sandbox, playerId: string): Place {
  return placeOf('playground', sandbox.id, playerId)
}

export function messagePlace(channel: Place, entryId: number): Place {
  return placeOf('playground', ...placeParts(channel), String(entryId))
}

/** Returns the channel and line of a message, or undefined if the place isn't a message of the playground. */
export function messageAt(place: Place): { channel: Place; entryId: number } | undefined {
  const [id = '', name = '', line, ...more] = placeParts(place)
  const sandbox = sandboxOf(id)
  const channel = sandbox && channelNamed(sandbox, name)
  if (!channel || line === undefined || !/^[1-9]\d{0,14}$/.test(line) || more.length > 0) return undefined
  return { channel: channel.ref, entryId: Number(line) }
}

export function sandboxPath({ id }: Sandbox): string {
  return `/play/${id}`
}

export function channelPath({ ref, name }: Channel): string {
  return `/play/${placeParts(ref)[0]}/c/${name}`
}

function channelNamed(sandbox: Sandbox, name: string): Channel | undefined {
  return sandbox.channels.find((channel) => channel.name === name)
}

export function missingSandbox(): Error {
  return Object.assign(new Error('no such sandbox'), { statusCode: 404, words: pages.errors.playgroundUnknown })
}
