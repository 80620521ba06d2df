import type { Place } from './place.ts'

/**
 * `posting`: chosen, but the message isn't confirmed yet. `open`: people can answer. `closed`: over; `revealedAt` tells
 * whether the reveal was posted. `failed`: could not be posted; the log says why.
 */
export type RoundState = 'posting' | 'open' | 'closed' | 'failed'

export type RoundKind = 'scheduled' | 'extra'

export type Round = {
  id: number
  workspaceId: number
  channelId: number
  questionId: string
  questionVersion: string
  /** What the workspace had added to the rubric when the question was chosen. */
  overlayId?: number
  kind: RoundKind
  /** The day in the channel's zone, `2026-01-31`; one scheduled round per channel and day. */
  localDate: string
  attempts: number
  state: RoundState
  /** Who asked for an extra round. */
  askedBy?: number
  posted?: Place
  createdAt: Date
  openedAt?: Date
  closesAt?: Date
  closedAt?: Date
  revealedAt?: Date
}
