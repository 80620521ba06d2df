import { webApi } from '@slack/bolt'
import { ChatError } from '../../../domain/errors.ts'
import { refusedAs } from '../../chats/refusals.ts'
import { meaningOf } from './refusals.ts'

/** Translates an error from the Web API. */
export function toChatError(method: string, error: unknown, ownToken = false): ChatError {
  if (error instanceof ChatError) return error
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new ChatError('rate-limited', method, { cause: error, retryAfterMs: error.retryAfter * 1000 })
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    return fromRefusal(method, error.data.error, { cause: error, ownToken })
  }
  if (error instanceof webApi.WebAPIHTTPError) return fromStatus(method, error.statusCode, error)
  // A dropped connection, a timeout, an incomplete response.
  return new ChatError('unavailable', method, { cause: error })
}

/** A status other than 200: from a `response_url`, or from something between Slack and us. */
export function fromStatus(what: string, status: number, cause?: unknown): ChatError {
  const meaning = status === 429 ? 'too-fast' : status === 404 || status === 410 ? 'reply-expired' : 'away'
  return refusedAs(meaning, `${what} answered ${status}`, { cause })
}

/**
 * Slack's error code, such as `not_in_channel`. If the operator's single token is used (`ownToken`), its refusal says
 * nothing about the workspace.
 */
export function fromRefusal(what: string, word: string, { cause, ownToken = false }: RefusalOptions = {}): ChatError {
  // An HTML page instead of a response comes from something between Slack and us.
  if (!/^[a-z0-9_.:]+$/i.test(word)) return refusedAs('away', `${what} answered no JSON`, { cause })
  const meaning = meaningOf(word)
  const told = ownToken && meaning === 'workspace-gone' ? 'token-bad' : meaning
  return refusedAs(told, `${what} refused: ${word}`, { cause, word })
}

type RefusalOptions = { cause?: unknown; ownToken?: boolean }
