/** Slack recommends five minutes, which limits how long an intercepted request can be replayed. */
const mostSecondsApart = 300

/** Whether a request that was signed at `signedAt` (in seconds) is recent and not from the future. */
export function isTimely(signedAt: number, now: Date): boolean {
  return Math.abs(now.getTime() / 1000 - signedAt) <= mostSecondsApart
}
