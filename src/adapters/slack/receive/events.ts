import { placeOf, placeParts } from '../../../domain/place.ts'
import type { Origin, PickedChannel, SentFile } from '../../../ports/chat-event.ts'
import { suggestShortcut } from '../connect/manifest.ts'
import { linkAction } from '../render/blocks.ts'
import { writePath } from '../send/reply-path.ts'
import { fromEventsApi } from './events-api.ts'
import { type Incoming, unsupported } from './incoming.ts'
import { channelOf, digest, type EventContext, playerOf, requestOf, teamOf } from './origins.ts'
import type { CommandPayload, Payload, PressPayload, ShortcutPayload, SubmitPayload } from './payloads.ts'
import { plainWords, unescaped, withGroupPlaces } from './plain-words.ts'
import { readMemory } from './view-memory.ts'

export function toChatEvent(read: Payload, context: EventContext): Incoming {
  switch (read.kind) {
    case 'command':
      return fromCommand(read.payload, context)
    case 'press':
      return fromPress(read.payload, context)
    case 'submit':
      return fromSubmit(read.payload, context)
    case 'shortcut':
      return fromShortcut(read.payload, context)
    case 'event':
      return fromEventsApi(read.payload, context)
    case 'check':
      return unsupported('check')
    case 'other':
      return unsupported(read.what)
  }
}

function fromCommand(payload: CommandPayload, context: EventContext): Incoming {
  const { team_id: team, user_id: user, channel_id: channel, response_url: url } = payload
  const origin: Origin = {
    id: payload.trigger_id ?? digest(payload),
    workspace: { ref: placeOf('slack', team), name: unescaped(payload.team_domain ?? '') },
    player: playerOf(team, user, payload.user_name, context),
    ...channelOf(team, { id: channel, name: payload.channel_name }),
    ...requestOf(context),
    path: writePath({ channel, ...(url ? { responseUrl: { url, madeAt: context.now } } : {}) }),
  }
  return {
    event: { ...origin, kind: 'command', words: plainWords(withGroupPlaces(payload.text, team)).trim() },
    way: { kind: 'command', ...openings(payload), memory: memoryOf(origin) },
  }
}

/** Converts the `suggest` shortcut of a message's menu to the command of that name, with the message's text. */
function fromShortcut(payload: ShortcutPayload, context: EventContext): Incoming {
  const { response_url: url, channel, user, message } = payload
  const team = teamOf(payload)
  if (team === undefined || payload.callback_id !== suggestShortcut) return unsupported('message_action')
  const origin: Origin = {
    id: payload.trigger_id ?? digest(payload),
    workspace: { ref: placeOf('slack', team), name: unescaped(payload.team?.domain ?? '') },
    player: playerOf(team, user.id, user.name ?? user.username, context),
    ...(channel ? channelOf(team, channel) : {}),
    ...requestOf(context),
    path: writePath({
      ...(url ? { responseUrl: { url, madeAt: context.now } } : {}),
      ...(channel ? { channel: channel.id } : {}),
    }),
  }
  return {
    event: { ...origin, kind: 'command', words: `suggest ${plainWords(message.text ?? '')}`.trim() },
    way: { kind: 'press', user: user.id, ...openings(payload), memory: memoryOf(origin) },
  }
}

function fromPress(payload: PressPayload, context: EventContext): Incoming {
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
    player: playerOf(team, user.id, user.name ?? user.username, context),
    ...(near.channel ? { channel: near.channel } : {}),
    ...requestOf(context),
    path: writePath({
      ...(opened.view ? { view: { ...opened.view, sentAt: context.now } } : {}),
      ...(url ? { responseUrl: { url, madeAt: context.now } } : {}),
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

function fromSubmit(payload: SubmitPayload, context: EventContext): Incoming {
  const { view, user } = payload
  const team = view.app_installed_team_id ?? teamOf(payload)
  if (team === undefined) return unsupported('view_submission')
  const { action, channel } = readMemory(view.private_metadata, team)
  const opened = { id: view.id, title: unescaped(view.title?.text ?? '') }
  const channelId = idOf(channel)
  const origin: Origin = {
    // A view's hash changes with the view, so copies of one submission have the same hash.
    id: view.hash ? `${view.id}-${view.hash}` : (payload.trigger_id ?? digest(payload)),
    workspace: { ref: placeOf('slack', team), name: unescaped(payload.team?.domain ?? '') },
    player: playerOf(team, user.id, user.name ?? user.username, context),
    ...(channel ? { channel } : {}),
    ...requestOf(context),
    path: writePath({
      view: { ...opened, sentAt: context.now },
      ...(channelId === undefined ? {} : { channel: channelId }),
    }),
  }
  return {
    event: { ...origin, kind: 'submit', action: action ?? view.callback_id ?? '', ...valuesOf(payload, team, context) },
    way: { kind: 'submit', view: opened, memory: memoryOf(origin) },
  }
}

function valuesOf(
  payload: SubmitPayload,
  team: string,
  context: EventContext,
): { values: Record<string, string>; picked: PickedChannel[]; files: SentFile[] } {
  const fields = Object.entries(payload.view.state?.values ?? {})
  const picked: PickedChannel[] = []
  const files: SentFile[] = []
  const values = fields.map(([name, elements]) => {
    const [filled] = Object.values(elements)
    files.push(...(filled?.files ?? []).map((file) => context.fileOf(team, file)))
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
