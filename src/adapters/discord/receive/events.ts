import { ComponentType } from 'discord.js'
import { placeOf } from '../../../domain/place.ts'
import type { PickedChannel } from '../../../ports/chat-event.ts'
import type { CommandWords } from '../../../ports/command-words.ts'
import { lackingIn } from '../connect/invite.ts'
import { readCustomId, tagGuild } from '../custom-id.ts'
import type { Incoming } from './incoming.ts'
import { completionOf, wordsOf } from './option-words.ts'
import { originOf, type Surroundings } from './origins.ts'
import type { Payload, SubmitPayload } from './payloads.ts'

/**
 * A verified interaction as our own event. Undefined if it belongs to no server: a workspace is a server, so nothing
 * can be done with it.
 */
export function toChatEvent(
  read: Exclude<Payload, { kind: 'ping' }>,
  table: readonly CommandWords[],
  around: Surroundings,
): Incoming | undefined {
  const { payload } = read
  const named = 'custom_id' in payload.data ? readCustomId(around.marks, payload.data.custom_id) : { action: '' }
  const guild = payload.guild_id ?? named.guild
  if (!guild) return undefined
  const origin = originOf(payload, guild, around)
  const way = { token: payload.token, ...(payload.guild_id ? {} : { guild: tagGuild(around.marks, guild) }) }
  switch (read.kind) {
    case 'command':
      return {
        event: { ...origin, kind: 'command', words: wordsOf(read.payload, table) },
        way: { ...way, kind: 'command' },
      }
    case 'complete': {
      const { words, ...asked } = completionOf(read.payload.data, table)
      return { event: { ...origin, kind: 'complete', words }, way: { kind: 'complete', asked } }
    }
    case 'press':
      return { event: { ...origin, kind: 'press', action: named.action }, way: { ...way, kind: 'press' } }
    case 'submit':
      return {
        event: { ...origin, kind: 'submit', action: named.action, ...valuesOf(read.payload, guild) },
        way: { ...way, kind: 'submit' },
      }
  }
}

/** The filled-in values, by field name. */
function valuesOf({ data }: SubmitPayload, guild: string): { values: Record<string, string>; picked: PickedChannel[] } {
  const fields = data.components.flatMap(({ component, components }) => [
    ...(component ? [component] : []),
    ...(components ?? []),
  ])
  const picked: PickedChannel[] = []
  const values = fields.flatMap(({ type, custom_id, value, values: chosen }) => {
    const [first = ''] = chosen ?? []
    if (type !== ComponentType.ChannelSelect || first === '') return [[custom_id ?? '', value ?? first]]
    const { name, app_permissions } = data.resolved?.channels?.[first] ?? {}
    const ref = placeOf('discord', guild, first)
    picked.push({ ref, name: name ?? '', lacks: lackingIn(app_permissions) })
    return [[custom_id ?? '', ref]]
  })
  return { values: Object.fromEntries(values), picked }
}
