/** Figures of this process. Names are words joined with dots, such as `posts.sent`; there are few of them. */
export type Metrics = {
  /** Counts one more event. */
  count(name: string): void
  /** How long something took, in milliseconds. */
  measure(name: string, ms: number): void
  /** How much of something there is right now. */
  sample(name: string, value: number): void
}
