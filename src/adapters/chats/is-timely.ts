/** Five minutes, as Slack recommends: what somebody caught on the way is no use after that. */
const mostSecondsApart = 300

/** Whether a request that says it was signed at this second may still come, or come already. */
export function isTimely(signedAt: number, now: Date): boolean {
  return Math.abs(now.getTime() / 1000 - signedAt) <= mostSecondsApart
}
