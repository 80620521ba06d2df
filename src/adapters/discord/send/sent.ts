import { createHash } from 'node:crypto'
import { Routes } from 'discord.js'
import { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import type { Marks } from '../../chats/marks.ts'
import type { DiscordDeps } from '../deps.ts'

/**
 * With `enforce_nonce`, Discord returns the first message if it is sent again within a few minutes. Messages don't
 * contain the nonce, so a later try has to find the mark.
 */
export function nonceOf(channel: string, key: string): string {
  return digest(channel, key).toString('base64url').slice(0, 24)
}

const symbols = ['\u200b', '\u200c', '\u200d'] as const
const markBytes = 8

/**
 * An invisible mark at the end of our messages, so that a later try can find them. Discord has no field for this. It is
 * a keyed mark of 64 bits, so collisions are unlikely and nobody else can create one.
 */
export function markOf(marks: Marks, key: string): string {
  return invisible(marks.of(key))
}

function invisible(mark: Buffer): string {
  const number = mark.subarray(0, markBytes).readBigUInt64BE()
  const digits = number.toString(symbols.length).padStart(41, '0')
  return [...digits].map((digit) => symbols[Number(digit)]).join('')
}

/** The maximum per call. Retries happen within an hour, so older messages aren't needed. */
const mostMessages = 100

const page = z.array(z.looseObject({ id: z.string(), author: z.looseObject({ id: z.string() }) }))

/**
 * Returns the id of the message that an earlier try with this key sent. If the process was killed before it saved the
 * message, and the nonce has expired, only the channel itself contains it.
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
    // A member can copy a mark, so the message must also have our author. A bot's user has the id of its application.
    const ours = messages.filter(({ author }) => author.id === deps.applicationId)
    return ours.find((message) => marks.some((mark) => JSON.stringify(message).includes(mark)))?.id
  } catch (error) {
    // The app may lack permission to read the channel. A rare duplicate question is better than none.
    if (!(error instanceof ChatError && (error.code === 'forbidden' || error.code === 'refused'))) throw error
    deps.log.warn({ channel, err: error }, 'the channel could not be searched for an earlier post')
    return undefined
  }
}

function digest(...parts: string[]): Buffer {
  return createHash('sha256').update(parts.join(' ')).digest()
}
