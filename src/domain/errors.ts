import type { ChatErrorCode, Meaning } from './refusal.ts'

/** What we expect to refuse, and explain kindly. The words are in messages/refusals. */
export type QuizErrorCode =
  | 'round-closed'
  | 'round-unknown'
  | 'no-round'
  | 'no-hint'
  | 'no-attempt-left'
  | 'already-correct'
  | 'answer-empty'
  | 'answer-too-long'
  | 'too-many-rounds'
  | 'bank-empty'
  | 'practice-waits'
  | 'question-open'
  | 'topic-unknown'
  | 'difficulty-unknown'
  | 'channel-needed'
  | 'admin-needed'
  | 'team-unknown'
  | 'team-gone'
  | 'team-taken'
  | 'team-name-bad'
  | 'team-none'
  | 'team-renamed-often'
  | 'team-full'
  | 'team-linked'
  | 'balance-count'
  | 'balance-few'
  | 'group-unknown'
  | 'group-hidden'
  | 'other-workspace'
  | 'schedule-bad'
  | 'setting-bad'
  | 'seasons-off'
  | 'pack-name-bad'
  | 'pack-unknown'
  | 'pack-asked'
  | 'pack-taken'
  | 'pack-unreadable'
  | 'language-bad'
  | 'draft-unreadable'
  | 'shares-full'
  | 'share-used'
  | 'share-own'
  | 'packs-full'
  | 'packs-large'
  | 'question-not-ready'
  | 'question-changed'
  | 'studio-busy'
  | 'draft-too-slow'
  | 'set-taken'
  | 'suggestion-empty'
  | 'suggestions-full'
  | 'suggestion-decided'
  | 'questions-full'
  | 'import-empty'
  | 'import-format'
  | 'import-waits'
  | 'import-gone'
  | 'file-too-large'
  | 'file-hidden'
  | 'file-away'
  | 'imports-full'
  | 'dispute-not-yours'
  | 'dispute-not-graded'
  | 'dispute-decided'
  | 'dispute-unknown'
  | 'undo-unknown'
  | 'undo-late'
  | 'undo-newer'
  | 'remind-bad'
  | 'pause-bad'
  | 'goal-bad'
  | 'share-nothing'
  | 'share-waits'
  | 'changed-meanwhile'
  | 'ruling-contradicts'
  | 'wording-needed'
  | 'way-refused'
  | 'too-fast'
  | 'nothing-found'

export class QuizError extends Error {
  override readonly name = 'QuizError'
  readonly code: QuizErrorCode
  /** What the words need: a round id, a limit, the nearest names. */
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>

  constructor(code: QuizErrorCode, facts: QuizError['facts'] = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

/** A job ran too early, which is nobody's fault. */
export class NotYet extends Error {
  override readonly name = 'NotYet'
  readonly retryAfterMs: number

  constructor(why: string, retryAfterMs: number) {
    super(why)
    this.retryAfterMs = retryAfterMs
  }
}

/** A chat platform refused or is unavailable. */
export class ChatError extends Error {
  override readonly name = 'ChatError'
  readonly code: ChatErrorCode
  /** For `rate-limited`: how long the platform asks us to wait. */
  readonly retryAfterMs: number | undefined
  /** What the platform's error code means; if there was none, what such an error usually means. */
  readonly meaning: Meaning
  /** The platform's own error code, such as `not_in_channel`. */
  readonly word: string | undefined

  constructor(
    code: ChatErrorCode,
    detail: string,
    options: { cause?: unknown; retryAfterMs?: number; meaning?: Meaning; word?: string } = {},
  ) {
    super(`${code}: ${detail}`, { cause: options.cause })
    this.code = code
    this.retryAfterMs = options.retryAfterMs
    this.meaning = options.meaning ?? usualMeaning[code]
    this.word = options.word
  }
}

const usualMeaning: Record<ChatErrorCode, Meaning> = {
  'rate-limited': 'too-fast',
  unavailable: 'away',
  forbidden: 'posting-restricted',
  gone: 'channel-hidden',
  refused: 'unknown',
}

/**
 * Whether nobody can be reached there, now or by retrying: the place is closed to us, or gone. False if our own token
 * is wrong: once it is fixed, everybody can be reached.
 */
export function isOutOfReach(error: unknown): error is ChatError & { code: 'forbidden' | 'gone' } {
  if (!(error instanceof ChatError) || error.meaning === 'token-bad') return false
  return error.code === 'forbidden' || error.code === 'gone'
}

/** Whether the platform rejected what we sent, for an unknown reason or by our own fault. */
export function isRefused(error: unknown): error is ChatError & { code: 'refused' } {
  return error instanceof ChatError && error.code === 'refused'
}
