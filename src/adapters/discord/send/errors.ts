import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { ChatError } from '../../../domain/errors.ts'
import type { Meaning } from '../../../domain/refusal.ts'
import { refusedAs } from '../../chats/refusals.ts'
import { meaningOf } from './refusals.ts'

/**
 * Converts an error from discord.js. `tokenInRoute` means that the call used the token in its route rather than the
 * bot's.
 */
export function toChatError(what: string, error: unknown, tokenInRoute = false): ChatError {
  if (error instanceof ChatError) return error
  if (error instanceof RateLimitError) {
    return refusedAs('too-fast', what, { cause: error, waitMs: Math.ceil(error.retryAfter) })
  }
  if (error instanceof DiscordAPIError) return fromRefusal(what, error, tokenInRoute)
  if (error instanceof HTTPError) return fromStatus(what, error.status, error, tokenInRoute)
  // A dropped connection, a timeout or an incomplete response.
  return refusedAs('away', what, { cause: error })
}

function fromRefusal(what: string, error: DiscordAPIError, tokenInRoute: boolean): ChatError {
  const word = Number(error.code)
  const meaning = meaningOf(word)
  // Errors without a number have 0.
  const telling = meaning !== 'unknown' || (word > 0 && [400, 403, 404].includes(error.status))
  if (!telling) return fromStatus(what, error.status, error, tokenInRoute)
  const detail = `${what} refused: ${word} ${error.message}`
  return refusedAs(meaning, detail, { cause: error, word: String(word), waitMs: waitOf(error) })
}

/**
 * Converts a status without an error number of Discord. It comes from an invalid token or from a proxy between Discord
 * and us.
 */
function fromStatus(what: string, status: number, cause: unknown, tokenInRoute: boolean): ChatError {
  return refusedAs(meaningOfStatus(status, tokenInRoute), `${what} answered ${status}`, { cause, word: String(status) })
}

function meaningOfStatus(status: number, tokenInRoute: boolean): Meaning {
  switch (status) {
    case 401:
      return tokenInRoute ? 'reply-expired' : 'token-bad'
    case 403:
      return 'posting-restricted'
    case 404:
      return 'channel-hidden'
    case 429:
      return 'too-fast'
    default:
      return status >= 500 ? 'away' : 'unknown'
  }
}

function waitOf({ rawError }: DiscordAPIError): number | undefined {
  const seconds = 'retry_after' in rawError ? Number(rawError.retry_after) : 0
  return seconds > 0 ? Math.ceil(seconds * 1000) : undefined
}
