/** The periods that a board can cover. */
export const boardSpans = ['week', 'month', 'quarter', 'all'] as const
export type BoardSpan = (typeof boardSpans)[number]

/** The periods whose points are stored: a quarter is the sum of its months. */
export type BoardWindow = Exclude<BoardSpan, 'quarter'>

/** What people ask for; the workspace decides how long a season is. */
export const askedWindows = ['week', 'season', 'month', 'all'] as const
export type AskedWindow = (typeof askedWindows)[number]

export const boardSubjects = ['teams', 'players'] as const
export type BoardSubject = (typeof boardSubjects)[number]

/**
 * How a team's points come from its players': `best-three` sums, day by day, the points of the three best, so that
 * three people who answer beat thirty who don't, and a single star gains nothing from being alone; `sum` counts
 * everybody.
 */
export type TeamScore = 'best-three' | 'sum'

export type BoardQuery = {
  workspaceId: number
  window: BoardSpan
  by: BoardSubject
  /** A day in the window, `2026-01-31`, in the workspace's zone. */
  day: string
  /** The day on which its weeks begin, from 1 (Monday) to 7 (Sunday); Monday if missing. */
  weekStart?: number
  teamScore: TeamScore
}

export type Standing = {
  subjectId: number
  name: string
  points: number
  rank: number
  /** Ranks gained (positive) or lost since the window before; undefined for a newcomer and for all time. */
  movement?: number
}
