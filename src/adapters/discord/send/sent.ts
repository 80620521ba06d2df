import { createHash } from 'node:crypto'
import { Routes } from 'discord.js'
import { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import type { Marks } from '../../chats/marks.ts'
import type { DiscordDeps } from '../deps.ts'

/**
 * With `enforce_nonce`, Discord itself returns the first message for a second send within some minutes. After that it
 * forgets the nonce, and messages don't show it: then the mark has to be found.
 */
export function nonceOf(channel: string, key: string): string {
  return digest(channel, key).toString('base64url').slice(0, 24)
}

const symbols = ['\u200b', '\u200c', '\u200d'] as const
const markBytes = 8

/**
 * An invisible mark at the end of our messages, so that a later try finds them: Discord has no field for this. 64 bits
 * of a keyed mark, so that no two keys share one and nobody else can write one.
 */
export function markOf(marks: Marks, key: string): string {
  return invisible(marks.of(key))
}

function invisible(mark: Buffer): string {
  const number = mark.subarray(0, markBytes).readBigUInt64BE()
  const digits = number.toString(symbols.length).padStart(41, '0')
  return [...digits].map((digit) => symbols[Number(digit)]).join('')
}

/** As many as one call returns. A job tries again within the hour. */
const mostMessages = 100

const page = z.array(z.looseObject({ id: z.string(), author: z.looseObject({ id: z.string() }) }))

/**
 * The id of the message that an earlier try with this key left in the channel. A process may be killed between sending
 * and saving, and start again after Discord has forgotten the nonce; then only the channel itself has a record.
 */
export async function findSent(
  deps: Pick<DiscordDeps, 'web' | 'applicationId' | 'marks' | 'log'>,
  channel: string,
  key: string,
): Promise<string | undefined> {
  try {
    const messages = await deps.web.call(
      {
        what: 'reading a channel',
        method: 'get',
        route: Routes.channelMessages(channel),
        query: { limit: String(mostMessages) },
      },
      page,
    )
    const marks = deps.marks.everyOf(key).map(invisible)
    // A member can copy a mark that they have seen, so the message must also be ours: a bot's user has its
    // application's id.
    const ours = messages.filter(({ author }) => author.id === deps.applicationId)
    return ours.find((message) => marks.some((mark) => JSON.stringify(message).includes(mark)))?.id
  } catch (error) {
    // Without permission to read a channel there is nothing to search: a rare duplicate question is better than none.
    if (!(error instanceof ChatError && (error.code === 'forbidden' || error.code === 'refused'))) throw error
    deps.log.warn({ channel, err: error }, 'the channel could not be searched for an earlier post')
    return undefined
  }
}

function digest(...parts: string[]): Buffer {
  return createHash('sha256').update(parts.join(' ')).digest()
}
