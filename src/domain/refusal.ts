/** The kinds of failures outside the app; see `ChatError`. */
export type ChatErrorCode = 'rate-limited' | 'forbidden' | 'gone' | 'unavailable' | 'refused'

type Decision = {
  code: ChatErrorCode
  /** The default delay before a retry, in milliseconds. */
  waitMs?: number
  /** Whether a channel's schedule is paused after this refusal: immediately, or after some days in a row. */
  pauses?: 'at once' | 'in days'
}

/**
 * The consequences of each kind of refusal, defined once for all chat platforms. Each platform maps its error codes to
 * these kinds.
 */
export const refusals = {
  /** Too many calls. */
  'too-fast': { code: 'rate-limited', waitMs: 30_000 },
  /** A limit or a migration of the whole workspace, which takes longer. */
  later: { code: 'rate-limited', waitMs: 10 * 60_000 },
  away: { code: 'unavailable' },
  /** The channel is archived or deleted. */
  'channel-gone': { code: 'gone', pauses: 'at once' },
  /** The channel is deleted, or private and the app isn't a member. The platform doesn't distinguish the two. */
  'channel-hidden': { code: 'gone', pauses: 'in days' },
  'not-in-channel': { code: 'forbidden', pauses: 'in days' },
  'posting-restricted': { code: 'forbidden', pauses: 'in days' },
  /** A filter of the workspace blocked this text. */
  'content-blocked': { code: 'forbidden', pauses: 'in days' },
  /** The app lacks a permission that an admin can grant. */
  'rights-missing': { code: 'forbidden', pauses: 'in days' },
  /** The workspace has removed the app, so nobody there can be notified. */
  'workspace-gone': { code: 'gone', pauses: 'at once' },
  /** The operator's token or application is wrong. This says nothing about a workspace, so all jobs wait. */
  'token-bad': { code: 'gone' },
  'person-closed': { code: 'forbidden' },
  /** The message can't be changed or replied to anymore. */
  'message-closed': { code: 'gone' },
  /** The reply to an event can't be completed anymore. Another way may be possible. */
  'reply-expired': { code: 'gone' },
  'group-gone': { code: 'gone' },
  /** A picture or a file was refused. The same message without it may be accepted. */
  'picture-refused': { code: 'refused' },
  /** No thread can be started below the message now. The message itself was accepted. */
  'thread-refused': { code: 'refused' },
  /** The app sent a malformed request. */
  'our-fault': { code: 'refused' },
  /** The error code isn't in the platform's table. */
  unknown: { code: 'refused', pauses: 'in days' },
} as const satisfies Record<string, Decision>

export type Meaning = keyof typeof refusals

export function decisionOn(meaning: Meaning): Decision {
  return refusals[meaning]
}
