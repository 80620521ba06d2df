import { Temporal } from 'temporal-polyfill'
import { windowStart } from '../calendar.ts'
import type { AskedWindow, BoardSpan } from '../standings.ts'

/**
 * The period in which a workspace plays for the hall of fame: the season's board starts over, and the all-time board
 * stays.
 */
export const seasonLengths = ['month', 'quarter'] as const
export type SeasonLength = (typeof seasonLengths)[number]
export type SeasonSetting = 'off' | SeasonLength

export type Season = {
  length: SeasonLength
  /** Its first day, `2026-01-01`. */
  startsOn: string
}

/** The period that a board covers; undefined if people ask for a season and there are none. */
export function spanOf(asked: AskedWindow, seasons: SeasonSetting): BoardSpan | undefined {
  if (asked !== 'season') return asked
  return seasons === 'off' ? undefined : seasons
}

/** The season that contains `day`. */
export function seasonOf(day: string, length: SeasonLength): Season {
  return { length, startsOn: windowStart(day, length) }
}

/** The last day of a season. */
export function seasonEnd(season: Season): string {
  return Temporal.PlainDate.from(nextSeason(season).startsOn).subtract({ days: 1 }).toString()
}

export function nextSeason({ length, startsOn }: Season): Season {
  const months = length === 'month' ? 1 : 3
  return { length, startsOn: Temporal.PlainDate.from(startsOn).add({ months }).toString() }
}

/** Days from `day` to the end of its season, inclusive: 1 on the last day. */
export function daysLeft(day: string, length: SeasonLength): number {
  return Temporal.PlainDate.from(day).until(nextSeason(seasonOf(day, length)).startsOn).days
}
