/**
 * Metrics of this process. Names are words joined with dots, such as `posts.sent`. Keep the number of different names
 * small.
 */
export type Metrics = {
  count(name: string): void
  /** Records a duration in milliseconds. */
  measure(name: string, ms: number): void
  /** Sets the current value of a gauge. */
  sample(name: string, value: number): void
}
