import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { isOutOfReach, isRefused } from '../../../domain/errors.ts'
import { type Place, placeParts } from '../../../domain/place.ts'
import type { ReplyPath } from '../../../ports/chat.ts'
import type { Message } from '../../../ports/message.ts'
import { sendOnce } from '../../chats/send-once.ts'
import type { SlackDeps } from '../deps.ts'
import { channelOf } from '../receive/origins.ts'
import { updateDelayLeft } from '../receive/update-delay.ts'
import { renderMessage, renderModal } from '../render/render.ts'
import { type ReplyWay, readPath } from './reply-path.ts'
import { findSent, metadataOf } from './sent.ts'

/** A `response_url` is valid for 30 minutes. The last minute allows for a slow network. */
const responseUrlMs = 29 * 60_000

const done = z.object({})
const posted = z.object({ ts: z.string() })
const conversation = z.object({ channel: z.object({ id: z.string() }) })

/**
 * Shows one player a private message. It goes to the modal they submitted, or is a reply to their command, or is shown
 * in the channel, or is a direct message. If Slack refuses one way, the next one is tried. If Slack is unavailable or
 * limits the rate, this throws, so that a later try still uses the best way.
 */
export async function tellPlayer(
  deps: SlackDeps,
  player: Place,
  message: Message,
  path: ReplyPath | undefined,
  key: string,
): Promise<void> {
  const [team = '', user = ''] = placeParts(player)
  const way = readPath(path)
  const { view, responseUrl, channel } = way
  const now = deps.clock.now().getTime()
  const rendered = renderMessage(message)
  const ways = [
    view && (() => updateModal(deps, team, view, message, channel)),
    responseUrl &&
      now - responseUrl.madeAt < responseUrlMs &&
      (() => deps.web.respond(responseUrl.url, { response_type: 'ephemeral', replace_original: false, ...rendered })),
    channel !== undefined &&
      !isDirect(channel) &&
      (() => deps.web.call(team, 'chat.postEphemeral', { channel, user, ...inThread(way), ...rendered }, done)),
    () => sendDirectly(deps, team, user, message, way, key),
  ]
  const open = ways.filter((one) => typeof one === 'function')
  for (const [at, take] of open.entries()) {
    try {
      await take()
      return
    } catch (error) {
      if (at === open.length - 1 || !(isOutOfReach(error) || isRefused(error))) throw error
    }
  }
}

async function updateModal(
  deps: SlackDeps,
  team: string,
  view: NonNullable<ReplyWay['view']>,
  message: Message,
  channel: string | undefined,
): Promise<void> {
  const soonMs = updateDelayLeft(view, deps.clock.now())
  if (soonMs > 0) await wait(soonMs)
  // The buttons below the outcome then act on the channel where the question was asked.
  const memory = channel === undefined ? {} : channelOf(team, { id: channel })
  await deps.web.call(team, 'views.update', { view_id: view.id, view: renderModal(view.title, message, memory) }, done)
}

/** If a message is posted to the id of a person, Slack itself opens the conversation with them. */
async function sendDirectly(
  deps: SlackDeps,
  team: string,
  user: string,
  message: Message,
  way: ReplyWay,
  key: string,
): Promise<void> {
  const channel = direct(way)
  const args = {
    channel: channel ?? user,
    ...(channel === undefined ? {} : inThread(way)),
    ...renderMessage(message),
    metadata: metadataOf(deps.marks, key),
  }
  await sendOnce(deps.tries, [team, args.channel, key].join(' '), {
    look: async () => findSent(deps, { team, channel: channel ?? (await openDirect(deps, team, user)) }, key),
    send: async () => (await deps.web.call(team, 'chat.postMessage', args, posted)).ts,
  })
}

/** Returns the id of the conversation with a person, because its history can't be read with the person's id. */
async function openDirect({ web }: Pick<SlackDeps, 'web'>, team: string, user: string): Promise<string> {
  const { channel } = await web.call(team, 'conversations.open', { users: user }, conversation)
  return channel.id
}

function isDirect(channel: string): boolean {
  return channel.startsWith('D')
}

function direct(way: ReplyWay): string | undefined {
  return way.channel !== undefined && isDirect(way.channel) ? way.channel : undefined
}

function inThread(way: ReplyWay): { thread_ts?: string } {
  return way.thread === undefined ? {} : { thread_ts: way.thread }
}
