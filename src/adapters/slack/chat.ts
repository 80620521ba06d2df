import { z } from 'zod'
import { ChatError, isRefused } from '../../domain/errors.ts'
import { type Place, placeOf } from '../../domain/place.ts'
import type { Chat } from '../../ports/chat.ts'
import type { Message } from '../../ports/message.ts'
import { createOnce } from '../chats/once.ts'
import { partsOf } from '../chats/parts-of.ts'
import { sendOnce } from '../chats/send-once.ts'
import type { SlackDeps } from './deps.ts'
import { headStartLeft } from './receive/head-start.ts'
import { renderMessage } from './render/render.ts'
import { fitsTable } from './render/table.ts'
import { uploadPictures } from './send/pictures.ts'
import { readPath } from './send/reply-path.ts'
import { findSent, metadataOf } from './send/sent.ts'
import { tellPlayer } from './send/tell.ts'

const posted = z.object({ ts: z.string() })
const done = z.object({})
const members = z.object({ users: z.array(z.string()) })

export function createChat(deps: SlackDeps): Chat {
  const once = createOnce()

  async function send(where: Where, message: Message, key: string): Promise<Place> {
    const { team, channel, thread } = where
    const args = {
      channel,
      metadata: metadataOf(deps.marks, key),
      unfurl_links: false,
      unfurl_media: false,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    }
    const sayIt = async (): Promise<string> => (await say(team, 'chat.postMessage', args, message, posted)).ts
    // Who answered in a form follows no thread, so the channel shows what stands in it as well.
    const broadcast = async (): Promise<string> =>
      (await say(team, 'chat.postMessage', { ...args, reply_broadcast: true }, message, posted)).ts
    const ts = await sendOnce(deps.tries, [team, channel, thread, key].join(' '), {
      look: () => findSent(deps, where, key),
      send: thread === undefined ? sayIt : () => orElse(broadcast, 'cant_broadcast_message', sayIt),
    })
    return placeOf('slack', team, channel, ts)
  }

  /** With its pictures and tables, or as text where Slack doesn't take one of them: it refuses the whole message for that. */
  async function say<T>(
    team: string,
    method: string,
    args: Record<string, unknown>,
    message: Message,
    answer: z.ZodType<T>,
  ): Promise<T> {
    const pictures = await uploadPictures(deps, team, message)
    try {
      return await deps.web.call(
        team,
        method,
        { ...args, ...renderMessage(message, { pictures, tables: true }) },
        answer,
      )
    } catch (error) {
      const isText = pictures.size === 0 && !message.blocks.some(fitsTable)
      if (isText || !isRefused(error)) throw error
      deps.log.warn({ err: error, team }, 'a picture or a table was refused')
      return await deps.web.call(team, method, { ...args, ...renderMessage(message) }, answer)
    }
  }

  return {
    post(channel, message, key) {
      const [team, id] = partsOf('slack', channel, 2)
      return once(`${channel} ${key}`, () => send({ team, channel: id }, message, key))
    },

    async update(place, message) {
      const [team, channel, ts] = partsOf('slack', place, 3)
      await say(team, 'chat.update', { channel, ts }, message, done)
    },

    reply(place, message, key) {
      const [team, channel, thread] = partsOf('slack', place, 3)
      return once(`${place} ${key}`, () => send({ team, channel, thread }, message, key))
    },

    repliesInThread: () => true,

    // A reply is one.
    startThread: async () => {},

    tell(player, message, path, key) {
      return once(`${player} ${key}`, () => tellPlayer(deps, player, message, path, key))
    },

    restMs: (_place, path) => headStartLeft(readPath(path).view, deps.clock.now()),

    async join(channel) {
      const [team, id] = partsOf('slack', channel, 2)
      await deps.web.call(team, 'conversations.join', { channel: id }, done)
    },

    async groupMembers(group) {
      const [team, usergroup] = partsOf('slack', group, 2)
      const { users } = await deps.web.call(team, 'usergroups.users.list', { usergroup }, members)
      return users.map((user) => placeOf('slack', team, user))
    },

    // An event tells, and Slack sends it again until it arrives.
    presenceIn: async () => new Map(),
  }
}

type Where = { team: string; channel: string; thread?: string }

/** Another way, where Slack refuses the first one with this word. */
async function orElse<T>(first: () => Promise<T>, word: string, other: () => Promise<T>): Promise<T> {
  try {
    return await first()
  } catch (error) {
    if (!(error instanceof ChatError && error.word === word)) throw error
    return other()
  }
}
