import { placeOf, placeParts } from '../../../domain/place.ts'
import type { Origin, PickedChannel, SentFile } from '../../../ports/chat-event.ts'
import { suggestShortcut } from '../connect/manifest.ts'
import { linkAction } from '../render/blocks.ts'
import { writePath } from '../send/reply-path.ts'
import { fromHappening } from './happenings.ts'
import { type Incoming, unsupported } from './incoming.ts'
import { channelOf, digest, playerOf, requestOf, type Surroundings, teamOf } from './origins.ts'
import type { CommandPayload, Payload, PressPayload, ShortcutPayload, SubmitPayload } from './payloads.ts'
import { plainWords, unescaped, withGroupPlaces } from './plain-words.ts'
import { readMemory } from './view-memory.ts'

/** A verified payload as our own event. */
export function toChatEvent(read: Payload, around: Surroundings): Incoming {
  switch (read.kind) {
    case 'command':
      return fromCommand(read.payload, around)
    case 'press':
      return fromPress(read.payload, around)
    case 'submit':
      return fromSubmit(read.payload, around)
    case 'shortcut':
      return fromShortcut(read.payload, around)
    case 'event':
      return fromHappening(read.payload, around)
    case 'check':
      return unsupported('check')
    case 'other':
      return unsupported(read.what)
  }
}

function fromCommand(payload: CommandPayload, around: Surroundings): Incoming {
  const { team_id: team, user_id: user, channel_id: channel, response_url: url } = payload
  const origin: Origin = {
    id: payload.trigger_id ?? digest(payload),
    workspace: { ref: placeOf('slack', team), name: unescaped(payload.team_domain ?? '') },
    player: playerOf(team, user, payload.user_name, around),
    ...channelOf(team, { id: channel, name: payload.channel_name }),
    ...requestOf(around),
    path: writePath({ channel, ...(url ? { responseUrl: { url, madeAt: around.now } } : {}) }),
  }
  return {
    event: { ...origin, kind: 'command', words: plainWords(withGroupPlaces(payload.text, team)).trim() },
    way: { kind: 'command', ...openings(payload), memory: memoryOf(origin) },
  }
}

/** `suggest` in a message's menu is the command, with the message's text. */
function fromShortcut(payload: ShortcutPayload, around: Surroundings): Incoming {
  const { response_url: url, channel, user, message } = payload
  const team = teamOf(payload)
  if (team === undefined || payload.callback_id !== suggestShortcut) return unsupported('message_action')
  const origin: Origin = {
    id: payload.trigger_id ?? digest(payload),
    workspace: { ref: placeOf('slack', team), name: unescaped(payload.team?.domain ?? '') },
    player: playerOf(team, user.id, user.name ?? user.username, around),
    ...(channel ? channelOf(team, channel) : {}),
    ...requestOf(around),
    path: writePath({
      ...(url ? { responseUrl: { url, madeAt: around.now } } : {}),
      ...(channel ? { channel: channel.id } : {}),
    }),
  }
  return {
    event: { ...origin, kind: 'command', words: `suggest ${plainWords(message.text ?? '')}`.trim() },
    way: { kind: 'press', user: user.id, ...openings(payload), memory: memoryOf(origin) },
  }
}

function fromPress(payload: PressPayload, around: Surroundings): Incoming {
  const [pressed] = payload.actions
  const team = teamOf(payload)
  if (team === undefined || pressed === undefined || pressed.action_id.startsWith(linkAction)) {
    return unsupported('block_actions')
  }
  const { response_url: url, channel, view, user } = payload
  const near = channel ? channelOf(team, channel) : readMemory(view?.private_metadata, team)
  const opened = view?.type === 'modal' ? { view: { id: view.id, title: unescaped(view.title?.text ?? '') } } : {}
  const channelId = channel?.id ?? idOf(near.channel)
  const origin: Origin = {
    id: payload.trigger_id ?? digest(payload),
    workspace: { ref: placeOf('slack', team), name: unescaped(payload.team?.domain ?? '') },
    player: playerOf(team, user.id, user.name ?? user.username, around),
    ...(near.channel ? { channel: near.channel } : {}),
    ...requestOf(around),
    path: writePath({
      ...(opened.view ? { view: { ...opened.view, sentAt: around.now } } : {}),
      ...(url ? { responseUrl: { url, madeAt: around.now } } : {}),
      ...(channelId === undefined ? {} : { channel: channelId }),
    }),
  }
  return {
    event: { ...origin, kind: 'press', action: pressed.value ?? pressed.action_id.replace(/#\d+$/, '') },
    way: {
      kind: 'press',
      user: user.id,
      ...openings(payload),
      memory: memoryOf(origin),
      ...opened,
    },
  }
}

function fromSubmit(payload: SubmitPayload, around: Surroundings): Incoming {
  const { view, user } = payload
  const team = view.app_installed_team_id ?? teamOf(payload)
  if (team === undefined) return unsupported('view_submission')
  const { action, channel } = readMemory(view.private_metadata, team)
  const opened = { id: view.id, title: unescaped(view.title?.text ?? '') }
  const channelId = idOf(channel)
  const origin: Origin = {
    // The hash of a view changes whenever the view does, so copies of one submission have the same hash.
    id: view.hash ? `${view.id}-${view.hash}` : (payload.trigger_id ?? digest(payload)),
    workspace: { ref: placeOf('slack', team), name: unescaped(payload.team?.domain ?? '') },
    player: playerOf(team, user.id, user.name ?? user.username, around),
    ...(channel ? { channel } : {}),
    ...requestOf(around),
    path: writePath({
      view: { ...opened, sentAt: around.now },
      ...(channelId === undefined ? {} : { channel: channelId }),
    }),
  }
  return {
    event: { ...origin, kind: 'submit', action: action ?? view.callback_id ?? '', ...valuesOf(payload, team, around) },
    way: { kind: 'submit', view: opened, memory: memoryOf(origin) },
  }
}

/** The filled-in values, by field name. */
function valuesOf(
  payload: SubmitPayload,
  team: string,
  around: Surroundings,
): { values: Record<string, string>; picked: PickedChannel[]; files: SentFile[] } {
  const fields = Object.entries(payload.view.state?.values ?? {})
  const picked: PickedChannel[] = []
  const files: SentFile[] = []
  const values = fields.map(([name, elements]) => {
    const [filled] = Object.values(elements)
    files.push(...(filled?.files ?? []).map((file) => around.fileOf(team, file)))
    const { value, selected_option: option, selected_time: time, selected_conversation: conversation } = filled ?? {}
    if (!conversation) return [name, unescaped(value ?? option?.value ?? time ?? '')]
    const ref = placeOf('slack', team, conversation)
    picked.push({ ref, name: '', lacks: [] })
    return [name, ref]
  })
  return { values: Object.fromEntries(values), picked, files }
}

function openings(payload: Pick<PressPayload, 'trigger_id' | 'response_url'>): {
  triggerId?: string
  responseUrl?: string
} {
  return {
    ...(payload.trigger_id ? { triggerId: payload.trigger_id } : {}),
    ...(payload.response_url ? { responseUrl: payload.response_url } : {}),
  }
}

function idOf(channel: Origin['channel']): string | undefined {
  return channel && placeParts(channel.ref).at(-1)
}

function memoryOf(origin: Origin): Pick<Origin, 'channel'> {
  return origin.channel ? { channel: origin.channel } : {}
}
