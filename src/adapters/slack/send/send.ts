import { z } from 'zod'
import { ChatError, isRefused } from '../../../domain/errors.ts'
import { type Place, placeOf } from '../../../domain/place.ts'
import type { Message } from '../../../ports/message.ts'
import { sendOnce } from '../../chats/send-once.ts'
import type { SlackDeps } from '../deps.ts'
import { renderMessage } from '../render/render.ts'
import { fitsTable } from '../render/table.ts'
import { uploadPictures } from './pictures.ts'
import { findSent, metadataOf } from './sent.ts'

type Where = { team: string; channel: string; thread?: string }

const posted = z.object({ ts: z.string() })

/** Sends a message at most once for its key, even if an earlier try in another process failed. Returns its place. */
export async function send(deps: SlackDeps, where: Where, message: Message, key: string): Promise<Place> {
  const { team, channel, thread } = where
  const args = {
    channel,
    metadata: metadataOf(deps.marks, key),
    unfurl_links: false,
    unfurl_media: false,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  }
  const sayIt = async (): Promise<string> => (await say(deps, team, 'chat.postMessage', args, message, posted)).ts
  // People who answered in a form don't follow the thread, so its messages are also shown in the channel.
  const broadcast = async (): Promise<string> =>
    (await say(deps, team, 'chat.postMessage', { ...args, reply_broadcast: true }, message, posted)).ts
  const ts = await sendOnce(deps.tries, [team, channel, thread, key].join(' '), {
    look: () => findSent(deps, where, key),
    send: thread === undefined ? sayIt : () => orElse(broadcast, 'cant_broadcast_message', sayIt),
  })
  return placeOf('slack', team, channel, ts)
}

/** Sends a message with its pictures and tables. If Slack refuses the message for one of them, it is sent as text. */
export async function say<T>(
  deps: SlackDeps,
  team: string,
  method: string,
  args: Record<string, unknown>,
  message: Message,
  answer: z.ZodType<T>,
): Promise<T> {
  const pictures = await uploadPictures(deps, team, message)
  try {
    return await deps.web.call(team, method, { ...args, ...renderMessage(message, { pictures, tables: true }) }, answer)
  } catch (error) {
    const isText = pictures.size === 0 && !message.blocks.some(fitsTable)
    if (isText || !isRefused(error)) throw error
    deps.log.warn({ err: error, team }, 'a picture or a table was refused')
    return await deps.web.call(team, method, { ...args, ...renderMessage(message) }, answer)
  }
}

/** Falls back to `other` if Slack refuses the first call with this error code. */
async function orElse<T>(first: () => Promise<T>, word: string, other: () => Promise<T>): Promise<T> {
  try {
    return await first()
  } catch (error) {
    if (!(error instanceof ChatError && error.word === word)) throw error
    return other()
  }
}
