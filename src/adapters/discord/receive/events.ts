import { ComponentType } from 'discord.js'
import { placeOf } from '../../../domain/place.ts'
import type { Act, PickedChannel, SentFile } from '../../../ports/chat-event.ts'
import type { CommandWords } from '../../../ports/command-words.ts'
import { lackingIn } from '../connect/invite.ts'
import { type GuildTag, readCustomId, tagGuild } from '../custom-id.ts'
import type { Incoming } from './incoming.ts'
import { completionOf, wordsOf } from './option-words.ts'
import { type EventContext, originOf, outsideOf } from './origins.ts'
import type { Payload, SubmitPayload } from './payloads.ts'
import { whereOf } from './where.ts'

type Read = Exclude<Payload, { kind: 'ping' }>

/**
 * Converts a verified interaction to a `ChatEvent`. It belongs to the server in which it happened, if that server has
 * the app, or to the server of a button in a direct message, or otherwise to no server.
 */
export function toChatEvent(read: Read, table: readonly CommandWords[], context: EventContext): Incoming {
  const { payload } = read
  const named = 'custom_id' in payload.data ? readCustomId(context.marks, payload.data.custom_id) : { action: '' }
  const where = whereOf(payload, named.guild)
  const act = actOf(read, table, named.action)
  if (where.kind !== 'server') {
    return { event: outsideOf(payload, where.kind, act, context), way: wayOf(read, table) }
  }
  const { guild } = where
  const way = wayOf(read, table, payload.guild_id ? undefined : tagGuild(context.marks, guild))
  const origin = originOf(payload, guild, context)
  if (read.kind !== 'submit') return { event: { ...origin, ...act }, way }
  const picked = pickedIn(read.payload, guild)
  const places = Object.fromEntries([...picked].map(([field, { ref }]) => [field, ref]))
  const values = { ...valuesOf(read.payload), ...places }
  const about = { values, picked: [...picked.values()], files: filesIn(read.payload, context) }
  return { event: { ...origin, kind: 'submit', action: named.action, ...about }, way }
}

function actOf(read: Read, table: readonly CommandWords[], action: string): Act {
  switch (read.kind) {
    case 'command':
      return { kind: 'command', words: wordsOf(read.payload, table) }
    case 'complete':
      return { kind: 'complete', words: completionOf(read.payload.data, table).words }
    case 'press':
      return { kind: 'press', action }
    case 'submit':
      return { kind: 'submit', action, values: valuesOf(read.payload) }
  }
}

/** `guild` is the server of a button in a direct message. The reply has to repeat it. */
function wayOf(read: Read, table: readonly CommandWords[], guild?: GuildTag): Incoming['way'] {
  if (read.kind === 'complete') return { kind: 'complete', asked: completionOf(read.payload.data, table) }
  return { kind: read.kind, token: read.payload.token, ...(guild === undefined ? {} : { guild }) }
}

/** Returns the submitted values by field name. The value of a channel field is the channel's id. */
function valuesOf(payload: SubmitPayload): Record<string, string> {
  return Object.fromEntries(
    fieldsOf(payload).map(({ custom_id, value, values }) => [custom_id ?? '', value ?? values?.[0] ?? '']),
  )
}

function pickedIn(payload: SubmitPayload, guild: string): Map<string, PickedChannel> {
  const picked = new Map<string, PickedChannel>()
  for (const { type, custom_id, values } of fieldsOf(payload)) {
    const [first = ''] = values ?? []
    if (type !== ComponentType.ChannelSelect || first === '') continue
    const { name, app_permissions } = payload.data.resolved?.channels?.[first] ?? {}
    const ref = placeOf('discord', guild, first)
    picked.set(custom_id ?? '', { ref, name: name ?? '', lacks: lackingIn(app_permissions) })
  }
  return picked
}

function filesIn(payload: SubmitPayload, context: EventContext): SentFile[] {
  return fieldsOf(payload).flatMap(({ type, values }) => {
    const file = type === ComponentType.FileUpload && payload.data.resolved?.attachments?.[values?.[0] ?? '']
    return file ? [context.fileOf(file)] : []
  })
}

function fieldsOf({ data }: SubmitPayload) {
  return data.components.flatMap(({ component, components }) => [
    ...(component ? [component] : []),
    ...(components ?? []),
  ])
}
