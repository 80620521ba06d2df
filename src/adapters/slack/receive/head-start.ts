/**
 * Slack shows the acknowledgement of a submission in the modal when it arrives, even if an update has overtaken it: the
 * outcome would be replaced by "being graded". So updates give the acknowledgement this head start.
 */
export const headStartMs = 400

/** What is left of it, in milliseconds; a wrong clock doesn't make anybody wait longer. */
export function headStartLeft(view: { sentAt: number } | undefined, now: Date): number {
  if (!view) return 0
  return Math.min(headStartMs, Math.max(0, view.sentAt + headStartMs - now.getTime()))
}
