export type Pace = {
  /**
   * How long adding a job may take. Slack and Discord expect a response within 3 s, so the caller must learn of a
   * failure well before that.
   */
  producerMs: number
  attempts: number
  /**
   * The delay before the first retry. It doubles with each further attempt, so 6 attempts span half a minute. After
   * that the sweep adds a new job, at most a minute later.
   */
  backoffMs: number
  /** A worker that hasn't renewed its lock for this long is considered dead, and its job runs again. */
  lockMs: number
  stalledCheckMs: number
  /** How often a job's worker may die before the job is considered the cause and stored as failed. */
  maxStalls: number
  recurringCheckMs: number
}

export const usualPace: Pace = {
  producerMs: 1000,
  attempts: 6,
  backoffMs: 1000,
  lockMs: 10_000,
  stalledCheckMs: 5_000,
  maxStalls: 3,
  recurringCheckMs: 30_000,
}
