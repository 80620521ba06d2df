/** How an outside failure ends a call; see `ChatError`. */
export type ChatErrorCode = 'rate-limited' | 'forbidden' | 'gone' | 'unavailable' | 'refused'

type Decision = {
  code: ChatErrorCode
  /** How long to wait if the platform doesn't say. */
  waitMs?: number
  /** Whether the schedule of a channel that answers so is paused: now, or once it has been so for some days. */
  pauses?: 'at once' | 'in days'
}

/**
 * What each refusal of a chat platform means to us, one decision for all platforms. Each platform has a table of the words
 * or numbers with which it says so.
 */
export const refusals = {
  /** Too many calls. */
  'too-fast': { code: 'rate-limited', waitMs: 30_000 },
  /** A limit or a move of the whole workspace, which takes longer than that. */
  later: { code: 'rate-limited', waitMs: 10 * 60_000 },
  /** The platform is in trouble. */
  away: { code: 'unavailable' },
  /** Archived or deleted. */
  'channel-gone': { code: 'gone', pauses: 'at once' },
  /** Deleted, or private and without us: the platform doesn't say which. */
  'channel-hidden': { code: 'gone', pauses: 'in days' },
  'not-in-channel': { code: 'forbidden', pauses: 'in days' },
  'posting-restricted': { code: 'forbidden', pauses: 'in days' },
  /** A filter of the workspace doesn't like this text. */
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
  /** No thread can be started below a message at present; the message itself is fine. */
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
