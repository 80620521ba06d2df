/** Five minutes, as Slack recommends: an intercepted request is useless after that. */
const mostSecondsApart = 300

/** Whether a request signed at this second is neither too old nor from the future. */
export function isTimely(signedAt: number, now: Date): boolean {
  return Math.abs(now.getTime() / 1000 - signedAt) <= mostSecondsApart
}
