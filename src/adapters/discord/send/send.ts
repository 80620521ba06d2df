import { MessageReferenceType, Routes } from 'discord.js'
import { z } from 'zod'
import { ChatError, isRefused } from '../../../domain/errors.ts'
import type { Message } from '../../../ports/message.ts'
import { sendOnce } from '../../chats/send-once.ts'
import type { DiscordDeps } from '../deps.ts'
import { renderMessage } from '../render/render.ts'
import { findSent, markOf, nonceOf } from './sent.ts'

export type Where = {
  channel: string
  replyTo?: string
  guild?: string
}

const sent = z.object({ id: z.string() })

/**
 * Sends a message at most once for its key, even if an earlier try in another process failed. Returns the message's id.
 */
export async function send(deps: DiscordDeps, where: Where, message: Message, key: string): Promise<string> {
  return sendOnce(deps.tries, `${where.channel} ${key}`, {
    look: () => findSent(deps, where.channel, key),
    send: () => postPictured(deps, where, message, key),
  })
}

/** Sends a message once per key, as long as Discord remembers the key. No row is stored. */
export const sendUnrecorded = postPictured

async function postPictured(deps: DiscordDeps, where: Where, message: Message, key: string): Promise<string> {
  try {
    return await post(deps, where, message, key)
  } catch (error) {
    // Files need a separate permission, and the text has the same content as the pictures.
    const without = isRefused(error) || (error instanceof ChatError && error.meaning === 'posting-restricted')
    if (!without || !message.blocks.some(({ kind }) => kind === 'image')) throw error
    deps.log.info({ channel: where.channel, word: error.word }, 'a picture was left out')
    return await post(deps, where, message, key, { pictures: 'none' })
  }
}

async function post(
  deps: DiscordDeps,
  { channel, replyTo, guild }: Where,
  message: Message,
  key: string,
  settings: { pictures?: 'none' } = {},
): Promise<string> {
  const { body, files } = renderMessage(message, {
    ...settings,
    mark: markOf(deps.marks, key),
    ...(guild === undefined ? {} : { guild }),
  })
  const reference =
    replyTo === undefined
      ? {}
      : {
          message_reference: {
            type: MessageReferenceType.Default,
            message_id: replyTo,
            // If the question was deleted, the answer is still sent.
            fail_if_not_exists: false,
          },
        }
  const { id } = await deps.web.call(
    {
      what: 'posting',
      method: 'post',
      route: Routes.channelMessages(channel),
      body: { ...body, ...reference, nonce: nonceOf(channel, key), enforce_nonce: true },
      files,
    },
    sent,
  )
  return id
}
