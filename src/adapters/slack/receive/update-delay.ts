/**
 * How long an update of a modal waits after the acknowledgement of its submission, in milliseconds. If the update
 * arrived first, the acknowledgement would replace the outcome with "being graded".
 */
export const updateDelayMs = 400

/** Returns the rest of the wait in milliseconds. A wrong clock can't make the wait longer than `updateDelayMs`. */
export function updateDelayLeft(view: { sentAt: number } | undefined, now: Date): number {
  if (!view) return 0
  return Math.min(updateDelayMs, Math.max(0, view.sentAt + updateDelayMs - now.getTime()))
}
