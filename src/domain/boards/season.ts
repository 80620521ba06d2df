import { Temporal } from 'temporal-polyfill'
import { windowStart } from '../calendar.ts'
import type { AskedWindow, BoardSpan } from '../standings.ts'

/**
 * The period of one competition for the hall of fame. A new season starts with an empty board. The all-time board is
 * unaffected.
 */
export const seasonLengths = ['month', 'quarter'] as const
export type SeasonLength = (typeof seasonLengths)[number]
export type SeasonSetting = 'off' | SeasonLength

export type Season = {
  length: SeasonLength
  /** The season's first day, `2026-01-01`. */
  startsOn: string
}

/** The period of a board; undefined if a season was requested and seasons are off. */
export function spanOf(asked: AskedWindow, seasons: SeasonSetting): BoardSpan | undefined {
  if (asked !== 'season') return asked
  return seasons === 'off' ? undefined : seasons
}

export function seasonOf(day: string, length: SeasonLength): Season {
  return { length, startsOn: windowStart(day, length) }
}

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
