import type { Place } from './place.ts'

/**
 * `posting`: chosen, and the message isn't confirmed yet. `open`: people can answer. `closed`: nobody can answer;
 * `revealedAt` is set when the reveal was posted. `failed`: could not be posted; the log has the reason.
 */
export type RoundState = 'posting' | 'open' | 'closed' | 'failed'

export type RoundKind = 'scheduled' | 'extra'

export type Round = {
  id: number
  workspaceId: number
  channelId: number
  questionId: string
  questionVersion: string
  /** The workspace's additions to the rubric when the question was chosen. */
  overlayId?: number
  kind: RoundKind
  /** The day in the channel's zone, `2026-01-31`. One scheduled round per channel and day. */
  localDate: string
  attempts: number
  state: RoundState
  askedBy?: number
  posted?: Place
  createdAt: Date
  openedAt?: Date
  closesAt?: Date
  closedAt?: Date
  revealedAt?: Date
}
