import type { ChatErrorCode, Meaning } from './refusal.ts'

/** Codes of expected refusals. `messages/refusals` has the sentences. */
export type QuizErrorCode =
  | 'round-closed'
  | 'round-unknown'
  | 'no-round'
  | 'which-round'
  | 'no-hint'
  | 'no-attempt-left'
  | 'round-forgotten'
  | 'already-correct'
  | 'answer-empty'
  | 'answer-none'
  | 'answer-too-long'
  | 'text-too-long'
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
  | 'schedule-none'
  | 'weekly-bad'
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
  /** Values for the sentence: a round id, a limit, similar names. */
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>

  constructor(code: QuizErrorCode, facts: QuizError['facts'] = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

/** The job ran too early and has to be retried. */
export class NotYet extends Error {
  override readonly name = 'NotYet'
  readonly retryAfterMs: number

  constructor(why: string, retryAfterMs: number) {
    super(why)
    this.retryAfterMs = retryAfterMs
  }
}

/** A chat platform refused a request or is unavailable. */
export class ChatError extends Error {
  override readonly name = 'ChatError'
  readonly code: ChatErrorCode
  /** For `rate-limited`: the delay that the platform asks for, in milliseconds. */
  readonly retryAfterMs: number | undefined
  /** The meaning of the platform's error code or, without a code, the usual meaning of such an error. */
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
 * Whether the target is closed to the app or gone, so that retries can't succeed. False if the app's token is wrong,
 * because the operator can fix that.
 */
export function isOutOfReach(error: unknown): error is ChatError & { code: 'forbidden' | 'gone' } {
  if (!(error instanceof ChatError) || error.meaning === 'token-bad') return false
  return error.code === 'forbidden' || error.code === 'gone'
}

/** Whether the platform rejected the request for an unknown reason or because of a bug in the app. */
export function isRefused(error: unknown): error is ChatError & { code: 'refused' } {
  return error instanceof ChatError && error.code === 'refused'
}
