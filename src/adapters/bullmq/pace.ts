/** How fast the queue gives up, tries again and looks around. All in milliseconds but the two counts. */
export type Pace = {
  /** Slack and Discord want an answer within 3 s, so whoever adds a job must know much sooner that it cannot be. */
  producerMs: number
  attempts: number
  /**
   * The first wait before another attempt; each one after is twice as long: 6 attempts span half a minute. What failed then
   * is given a new job by the sweep, so that nobody waits a minute longer for a chat that is back.
   */
  backoffMs: number
  /** A worker that does not renew its claim for so long has vanished, and its job is run again. */
  claimMs: number
  /** How often vanished workers are looked for. */
  vanishedMs: number
  /** How often a job may lose its worker before it is taken for the cause and kept as failed. */
  vanishings: number
  /** How often rhythms are looked after. */
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
