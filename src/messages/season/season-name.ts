import { type Season, seasonEnd } from '../../domain/boards/season.ts'

const long = { timeZone: 'UTC', month: 'long' } as const

/** `November 2026`, `October to December 2026`. */
export function seasonName(season: Season): string {
  const last = inWords(seasonEnd(season), { ...long, year: 'numeric' })
  return season.length === 'month' ? last : `${inWords(season.startsOn, long)} to ${last}`
}

/** `The season ends on 30 November, in 5 days.` `daysLeft` includes today. */
export function seasonEnds(season: Season, daysLeft: number): string {
  const day = inWords(seasonEnd(season), { ...long, day: 'numeric' })
  if (daysLeft === 1) return `The season ends today, on ${day}.`
  const when = daysLeft === 2 ? 'tomorrow' : `in ${daysLeft - 1} days`
  return `The season ends on ${day}, ${when}.`
}

function inWords(day: string, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', parts).format(new Date(day))
}
