import { z } from 'zod'
import { placeOf } from '../../../domain/place.ts'
import type { Origin } from '../../../ports/chat-event.ts'
import { id } from '../../chats/payload-parts.ts'
import { writePath } from '../send/reply-path.ts'
import { type Incoming, unsupported } from './incoming.ts'
import { channelOf, digest, type EventContext, playerOf, requestOf } from './origins.ts'
import type { EventPayload } from './payloads.ts'
import { plainWords, withGroupPlaces, wordsAfterMention } from './plain-words.ts'

const spoken = z.object({
  user: z.string(),
  text: z.string(),
  channel: z.string(),
  channel_type: z.string().nullish(),
  thread_ts: z.string().nullish(),
  ts: z.string().nullish(),
  subtype: z.string().nullish(),
  bot_id: z.string().nullish(),
})
const opened = z.object({ user: id, tab: z.string().nullish() })
const joined = z.object({ user: z.string(), channel: id, inviter: id.nullish() })
const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).nullish() }) })

/** Converts events from Slack's Events API: mentions, direct messages, the App Home, and the removal of the app. */
export function fromEventsApi(payload: EventPayload, context: EventContext): Incoming {
  const [authorization] = payload.authorizations ?? []
  const team = authorization?.team_id ?? payload.team_id ?? authorization?.enterprise_id ?? payload.enterprise_id
  const { event } = payload
  if (!team) return unsupported(event.type)
  switch (event.type) {
    case 'app_mention':
    case 'message':
      return fromMessage(payload, team, context)
    case 'app_home_opened':
      return fromHome(payload, team, context)
    case 'member_joined_channel':
      return fromArrival(payload, team, context)
    case 'app_uninstalled':
      return removed(team, payload, context)
    case 'tokens_revoked':
      // If people revoke their own tokens, the app stays installed.
      return (revoked.safeParse(event).data?.tokens.bot ?? []).length > 0
        ? removed(team, payload, context)
        : unsupported(event.type)
    default:
      return unsupported(event.type)
  }
}

function fromMessage(payload: EventPayload, team: string, context: EventContext): Incoming {
  const { event } = payload
  const { data: message } = spoken.safeParse(event)
  if (!message || message.subtype || message.bot_id) return unsupported(`${event.type} of no person`)
  const [authorization] = payload.authorizations ?? []
  const bot = authorization?.user_id ?? undefined
  if (message.user === bot) return unsupported('message of our own')
  const direct = message.channel_type === 'im' || message.channel.startsWith('D')
  if (event.type === 'message' && !direct) return unsupported('message to nobody in particular')
  const text = withGroupPlaces(message.text, team)
  const named = direct && bot === undefined ? undefined : wordsAfterMention(text, bot)
  const words = named ?? (direct ? plainWords(text).trim() : '')
  const thread = message.thread_ts ?? undefined
  return {
    event: {
      id: payload.event_id ?? digest(payload),
      workspace: { ref: placeOf('slack', team), name: '' },
      player: playerOf(team, message.user, undefined, context),
      ...(direct ? {} : channelOf(team, { id: message.channel })),
      ...requestOf(context),
      path: writePath({ channel: message.channel, ...(thread === undefined ? {} : { thread }) }),
      ...(thread === undefined ? {} : { below: placeOf('slack', team, message.channel, thread) }),
      kind: 'command',
      words,
    },
    way: {
      kind: 'message',
      channel: message.channel,
      user: message.user,
      direct,
      ...(thread === undefined ? {} : { thread }),
    },
  }
}

function fromHome(payload: EventPayload, team: string, context: EventContext): Incoming {
  const { data } = opened.safeParse(payload.event)
  if (!data) return unsupported('app_home_opened elsewhere')
  const origin = originOf(payload, team, data.user, context)
  switch (data.tab ?? 'home') {
    case 'home':
      return { event: { ...origin, kind: 'home' }, way: { kind: 'home', user: data.user } }
    case 'messages':
      return { event: { ...origin, kind: 'met', how: 'messages' }, way: { kind: 'none' } }
    default:
      return unsupported('app_home_opened elsewhere')
  }
}

/**
 * Converts the event for a person who added the app to a channel. Channels that the app joined by itself need no event.
 */
function fromArrival(payload: EventPayload, team: string, context: EventContext): Incoming {
  const { data } = joined.safeParse(payload.event)
  const self = payload.authorizations?.[0]?.user_id
  if (!data?.inviter || data.user !== self) return unsupported('member_joined_channel of a person')
  const origin = originOf(payload, team, data.inviter, context)
  return {
    event: { ...origin, ...channelOf(team, { id: data.channel }), kind: 'met', how: 'channel' },
    way: { kind: 'none' },
  }
}

function originOf(payload: EventPayload, team: string, user: string, context: EventContext): Origin {
  return {
    id: payload.event_id ?? digest(payload),
    workspace: { ref: placeOf('slack', team), name: '' },
    player: playerOf(team, user, undefined, context),
    ...requestOf(context),
  }
}

function removed(team: string, { event_time: seconds }: EventPayload, context: EventContext): Incoming {
  const at = new Date(seconds ? seconds * 1000 : context.now)
  return { event: { kind: 'removed', workspace: placeOf('slack', team), at }, way: { kind: 'none' } }
}
