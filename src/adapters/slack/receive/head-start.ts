/**
 * Slack puts the acknowledgement of a submit into the modal when it arrives, even where an update has overtaken it:
 * the outcome would be lost under "being graded". So an update gives the acknowledgement this head start.
 */
export const headStartMs = 400

/** What is left of it, in milliseconds; a clock that is wrong makes nobody wait longer. */
export function headStartLeft(view: { sentAt: number } | undefined, now: Date): number {
  if (!view) return 0
  return Math.min(headStartMs, Math.max(0, view.sentAt + headStartMs - now.getTime()))
}
