import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { ChatError, type ChatErrorCode } from '../../../domain/errors.ts'

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const codes: Readonly<Record<ChatErrorCode, readonly number[]>> = {
  forbidden: [
    20_012, // not authorized to act on this application
    20_026, // quarantined
    40_001, // a token that may not do this
    50_001, // missing access
    50_007, // direct messages are closed
    50_008, // no text in this channel
    50_009, // the server's verification level is too high
    50_013, // missing permissions
    50_278, // no server in common
    160_002, // may not read what it would reply to
    200_000, // blocked by the server's AutoMod
    240_000, // blocked by a harmful links filter
  ],
  gone: [
    10_002, // application
    10_003, // channel
    10_004, // server
    10_007, // member
    10_008, // message
    10_011, // role
    10_013, // person
    10_015, // webhook: an interaction that was not acknowledged yet looks the same
    10_062, // interaction
    50_027, // the token of an interaction older than 15 minutes
    50_083, // an archived thread
  ],
  'rate-limited': [
    20_016, // slow mode
    20_028, // too many messages in a channel
    20_029, // too many messages in a server
    30_046, // too many edits of an old message
    40_003, // opening direct messages too fast
    40_062, // the service itself is limited
  ],
  unavailable: [
    110_001, // the guild is not available
    130_000, // overloaded
  ],
}

const codeOf = new Map(
  Object.entries(codes).flatMap(([code, refusals]) => refusals.map((refusal) => [refusal, code as ChatErrorCode])),
)

/** How long to wait where Discord says that we are too fast, and not for how long. */
const unsaidWaitMs = 30_000

/** What discord.js threw, in our own words. What Discord calls malformed is our bug: it stays what it was. */
export function toChatError(what: string, error: unknown): unknown {
  if (error instanceof ChatError) return error
  if (error instanceof RateLimitError) {
    return new ChatError('rate-limited', what, { cause: error, retryAfterMs: Math.ceil(error.retryAfter) })
  }
  if (error instanceof DiscordAPIError) return fromRefusal(what, error)
  if (error instanceof HTTPError) return fromStatus(what, error.status, error)
  // A dropped connection, a time-out, half an answer.
  return new ChatError('unavailable', what, { cause: error })
}

function fromRefusal(what: string, error: DiscordAPIError): unknown {
  const detail = `${what} refused: ${error.code} ${error.message}`
  const code = codeOf.get(Number(error.code))
  if (code === 'rate-limited') return new ChatError(code, detail, { cause: error, retryAfterMs: waitOf(error) })
  if (code) return new ChatError(code, detail, { cause: error })
  return error.status === 400 ? error : fromStatus(what, error.status, error)
}

/** A status without a number of Discord's: a token that is no good, or something between Discord and us. */
function fromStatus(what: string, status: number, cause: unknown): ChatError {
  const detail = `${what} answered ${status}`
  if (status === 403) return new ChatError('forbidden', detail, { cause })
  if (status === 401 || status === 404) return new ChatError('gone', detail, { cause })
  return new ChatError('unavailable', detail, { cause })
}

function waitOf({ rawError }: DiscordAPIError): number {
  const seconds = 'retry_after' in rawError ? Number(rawError.retry_after) : 0
  return seconds > 0 ? Math.ceil(seconds * 1000) : unsaidWaitMs
}
