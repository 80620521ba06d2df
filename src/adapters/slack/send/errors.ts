import { webApi } from '@slack/bolt'
import { ChatError } from '../../../domain/errors.ts'
import { refusedAs } from '../../chats/refusals.ts'
import { meaningOf } from './refusals.ts'

export function toChatError(method: string, error: unknown, ownToken = false): ChatError {
  if (error instanceof ChatError) return error
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new ChatError('rate-limited', method, { cause: error, retryAfterMs: error.retryAfter * 1000 })
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    return fromRefusal(method, error.data.error, { cause: error, ownToken })
  }
  if (error instanceof webApi.WebAPIHTTPError) return fromStatus(method, error.statusCode, error)
  // A dropped connection, a timeout or an incomplete response.
  return new ChatError('unavailable', method, { cause: error })
}

/** Converts a status other than 200. It comes from a `response_url` or from a proxy between Slack and us. */
export function fromStatus(what: string, status: number, cause?: unknown): ChatError {
  const meaning = status === 429 ? 'too-fast' : status === 404 || status === 410 ? 'reply-expired' : 'away'
  return refusedAs(meaning, `${what} answered ${status}`, { cause })
}

/**
 * Converts Slack's error code, such as `not_in_channel`. If the operator's single token is used (`ownToken`), a refused
 * token doesn't mean that the workspace removed the app.
 */
export function fromRefusal(what: string, word: string, { cause, ownToken = false }: RefusalOptions = {}): ChatError {
  // An HTML page instead of JSON comes from a proxy between Slack and us.
  if (!/^[a-z0-9_.:]+$/i.test(word)) return refusedAs('away', `${what} answered no JSON`, { cause })
  const meaning = meaningOf(word)
  const adjusted = ownToken && meaning === 'workspace-gone' ? 'token-bad' : meaning
  return refusedAs(adjusted, `${what} refused: ${word}`, { cause, word })
}

type RefusalOptions = { cause?: unknown; ownToken?: boolean }
