/** What we expect to refuse, and say kindly. The words stand in messages/refusals. */
export type QuizErrorCode =
  | 'round-closed'
  | 'round-unknown'
  | 'no-round'
  | 'no-attempt-left'
  | 'already-correct'
  | 'answer-empty'
  | 'answer-too-long'
  | 'too-many-rounds'
  | 'bank-empty'
  | 'practice-waits'
  | 'topic-unknown'
  | 'difficulty-unknown'
  | 'channel-needed'
  | 'admin-needed'
  | 'team-unknown'
  | 'team-taken'
  | 'team-name-bad'
  | 'team-none'
  | 'group-unknown'
  | 'other-workspace'
  | 'schedule-bad'
  | 'setting-bad'
  | 'dispute-not-yours'
  | 'dispute-not-graded'
  | 'dispute-decided'
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

/** A job came too early, which is nobody's fault. */
export class NotYet extends Error {
  override readonly name = 'NotYet'
  readonly retryAfterMs: number

  constructor(why: string, retryAfterMs: number) {
    super(why)
    this.retryAfterMs = retryAfterMs
  }
}

export type ChatErrorCode = 'rate-limited' | 'forbidden' | 'gone' | 'unavailable'

/** A chat platform refused or is away. */
export class ChatError extends Error {
  override readonly name = 'ChatError'
  readonly code: ChatErrorCode
  /** For `rate-limited`: how long the platform asks us to wait. */
  readonly retryAfterMs: number | undefined

  constructor(code: ChatErrorCode, detail: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(`${code}: ${detail}`, { cause: options.cause })
    this.code = code
    this.retryAfterMs = options.retryAfterMs
  }
}

/** Whether nobody can be reached there, now or by a later try: the place is closed to us, or gone. */
export function isOutOfReach(error: unknown): error is ChatError & { code: 'forbidden' | 'gone' } {
  return error instanceof ChatError && (error.code === 'forbidden' || error.code === 'gone')
}
