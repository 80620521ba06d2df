/** How fast the queue gives up, retries and checks. Everything is in milliseconds, except the two counts. */
export type Pace = {
  /** Slack and Discord want a response within 3 s, so a caller must learn much sooner if a job can't be added. */
  producerMs: number
  attempts: number
  /**
   * The delay before the first retry; each further delay is twice as long: 6 attempts span half a minute. The sweep
   * then adds a new job for what failed, so that nobody waits a minute longer for a chat that is back.
   */
  backoffMs: number
  /** A worker that doesn't renew its lock for so long is considered dead, and its job is run again. */
  claimMs: number
  /** How often to check for dead workers. */
  vanishedMs: number
  /** How often a job may lose its worker before it is considered the cause and stored as failed. */
  vanishings: number
  /** How often to check recurring jobs. */
  rhythmMs: number
}

export const usualPace: Pace = {
  producerMs: 1000,
  attempts: 6,
  backoffMs: 1000,
  claimMs: 10_000,
  vanishedMs: 5_000,
  vanishings: 3,
  rhythmMs: 30_000,
}
