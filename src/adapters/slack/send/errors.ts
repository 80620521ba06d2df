import { webApi } from '@slack/bolt'
import { ChatError, type ChatErrorCode } from '../../../domain/errors.ts'

const codes: Readonly<Record<Exclude<ChatErrorCode, 'rate-limited'>, readonly string[]>> = {
  forbidden: [
    'access_denied',
    'cannot_dm_bot',
    'ekm_access_denied',
    'enterprise_is_restricted',
    'messages_tab_disabled',
    'missing_scope',
    'no_permission',
    'not_allowed_token_type',
    'not_in_channel',
    'org_login_required',
    'restricted_action',
    'restricted_action_non_threadable_channel',
    'restricted_action_read_only_channel',
    'restricted_action_thread_locked',
    'restricted_action_thread_only_channel',
    'team_access_not_granted',
    'team_access_revoked',
    'two_factor_setup_required',
    'user_is_restricted',
    'user_not_in_channel',
  ],
  gone: [
    'account_inactive',
    'cant_update_message',
    'channel_not_found',
    'edit_window_closed',
    'exchanged_trigger_id',
    'expired_trigger_id',
    'expired_url',
    'invalid_auth',
    'invalid_trigger_id',
    'is_archived',
    'message_not_found',
    'no_such_subteam',
    'not_authed',
    'not_found',
    'subteam_not_found',
    'team_not_found',
    'thread_not_found',
    'token_expired',
    'token_revoked',
    'used_url',
    'user_disabled',
    'user_not_found',
    'user_not_visible',
    'users_not_found',
    'view_not_found',
  ],
  unavailable: [
    'accesslimited',
    'fatal_error',
    'internal_error',
    'request_timeout',
    'service_unavailable',
    'team_added_to_org',
  ],
}

const codeOf = new Map(
  Object.entries(codes).flatMap(([code, refusals]) => refusals.map((refusal) => [refusal, code as ChatErrorCode])),
)

/** How long to wait where Slack says that we are too fast, and not for how long. */
const unsaidWaitMs = 30_000

/** What the Web API threw, in our own words. What Slack calls malformed is our bug: it stays what it was. */
export function toChatError(method: string, error: unknown): unknown {
  if (error instanceof ChatError) return error
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new ChatError('rate-limited', method, { cause: error, retryAfterMs: error.retryAfter * 1000 })
  }
  if (error instanceof webApi.WebAPIPlatformError) return fromRefusal(method, error.data.error, error)
  if (error instanceof webApi.WebAPIHTTPError) return fromStatus(method, error.statusCode, error)
  // A dropped connection, a time-out, half an answer.
  return new ChatError('unavailable', method, { cause: error })
}

/** A status other than 200: of a `response_url`, or of something between Slack and us. */
export function fromStatus(method: string, status: number, cause?: unknown): ChatError {
  const detail = `${method} answered ${status}`
  if (status === 429) return new ChatError('rate-limited', detail, { cause, retryAfterMs: unsaidWaitMs })
  return new ChatError(status === 404 || status === 410 ? 'gone' : 'unavailable', detail, { cause })
}

/** The word with which Slack refused, such as `not_in_channel`. */
export function fromRefusal(method: string, refusal: string, cause?: unknown): unknown {
  const detail = `${method} refused: ${refusal}`
  if (refusal === 'ratelimited' || refusal === 'rate_limited') {
    return new ChatError('rate-limited', detail, { cause, retryAfterMs: unsaidWaitMs })
  }
  const code = codeOf.get(refusal)
  if (code) return new ChatError(code, detail, { cause })
  // A page of HTML in place of an answer comes from something between Slack and us.
  if (!/^[a-z0-9_.:]+$/i.test(refusal)) return new ChatError('unavailable', `${method} answered no JSON`, { cause })
  return cause ?? new Error(detail)
}
