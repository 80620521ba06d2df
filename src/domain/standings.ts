/** The periods that a board can cover. */
export const boardSpans = ['week', 'month', 'quarter', 'all'] as const
export type BoardSpan = (typeof boardSpans)[number]

/** The periods whose points are stored. A quarter is the sum of its months. */
export type BoardWindow = Exclude<BoardSpan, 'quarter'>

/** The periods that people can request. The length of a season is a setting of the workspace. */
export const askedWindows = ['week', 'season', 'month', 'all'] as const
export type AskedWindow = (typeof askedWindows)[number]

export const boardSubjects = ['teams', 'players'] as const
export type BoardSubject = (typeof boardSubjects)[number]

/**
 * How a team's points are calculated. `best-three` adds up the points of the three best players of each day, so that
 * size alone is no advantage and neither is a single strong player. `sum` adds up the points of all players.
 */
export type TeamScore = 'best-three' | 'sum'

export type BoardQuery = {
  workspaceId: number
  window: BoardSpan
  by: BoardSubject
  /** A day in the period, `2026-01-31`, in the workspace's zone. */
  day: string
  /** The first day of its weeks, 1 Monday to 7 Sunday. The default is Monday. */
  weekStart?: number
  teamScore: TeamScore
}

export type Standing = {
  subjectId: number
  name: string
  points: number
  rank: number
  /** Ranks gained (positive) or lost since the previous period; undefined for a newcomer and for all time. */
  movement?: number
}
