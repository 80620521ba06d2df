/** How an outside failure ends a call; see `ChatError`. */
export type ChatErrorCode = 'rate-limited' | 'forbidden' | 'gone' | 'unavailable' | 'refused'

type Decision = {
  code: ChatErrorCode
  /** How long to wait if the platform doesn't say. */
  waitMs?: number
  /** Whether a channel's schedule is paused after this refusal: at once, or after some days in a row. */
  pauses?: 'at once' | 'in days'
}

/**
 * What each refusal of a chat platform means to us, decided once for all platforms. Each platform has a table of its
 * error codes.
 */
export const refusals = {
  /** Too many calls. */
  'too-fast': { code: 'rate-limited', waitMs: 30_000 },
  /** A limit or a migration of the whole workspace, which takes longer. */
  later: { code: 'rate-limited', waitMs: 10 * 60_000 },
  /** The platform is in trouble. */
  away: { code: 'unavailable' },
  /** Archived or deleted. */
  'channel-gone': { code: 'gone', pauses: 'at once' },
  /** Deleted, or private and we aren't a member: the platform doesn't say which. */
  'channel-hidden': { code: 'gone', pauses: 'in days' },
  'not-in-channel': { code: 'forbidden', pauses: 'in days' },
  'posting-restricted': { code: 'forbidden', pauses: 'in days' },
  /** A filter of the workspace blocked this text. */
  'content-blocked': { code: 'forbidden', pauses: 'in days' },
  /** The app lacks a permission that an admin can give it. */
  'rights-missing': { code: 'forbidden', pauses: 'in days' },
  /** The workspace has removed the app, so nobody there can be told. */
  'workspace-gone': { code: 'gone', pauses: 'at once' },
  /** The operator's own token or application is wrong. It says nothing about any workspace, so everything waits. */
  'token-bad': { code: 'gone' },
  'person-closed': { code: 'forbidden' },
  /** This message can't be changed or replied to any more. */
  'message-closed': { code: 'gone' },
  /** The reply to an event can't be completed any more; there may be another way. */
  'reply-expired': { code: 'gone' },
  'group-gone': { code: 'gone' },
  /** A picture or a file. The same message without it may be fine. */
  'picture-refused': { code: 'refused' },
  /** No thread can be started below the message right now; the message itself is fine. */
  'thread-refused': { code: 'refused' },
  /** We sent something malformed. */
  'our-fault': { code: 'refused' },
  /** Not in the table. */
  unknown: { code: 'refused', pauses: 'in days' },
} as const satisfies Record<string, Decision>

export type Meaning = keyof typeof refusals

export function decisionOn(meaning: Meaning): Decision {
  return refusals[meaning]
}
