import { Temporal } from 'temporal-polyfill'
import { QuizError } from './errors.ts'
import { nearestNames } from './nearest-names.ts'

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const dayWords: Record<string, readonly number[]> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
}

/** `9:30` as `09:30`. Throws `schedule-bad` where it is no time of a day. */
export function readTime(typed: string): string {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/.exec(typed.trim()) ?? []
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) {
    throw new QuizError('schedule-bad', {
      problem: `“${typed}” isn’t a time of day. Write it as HH:MM, from 00:00 to 23:59.`,
    })
  }
  return `${hour.padStart(2, '0')}:${minute}`
}

/** An IANA zone as it is spelt, whatever case was typed. Throws `schedule-bad` with the nearest names. */
export function readZone(typed: string): string {
  const name = typed.trim()
  const known = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === name.toLowerCase())
  if (known) return known
  try {
    // Also takes what the list leaves out, such as UTC and older names.
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(/^[a-z]/i.test(name) ? name : 'none').timeZoneId
  } catch {
    const near = nearestZones(name)
    const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
    throw new QuizError('schedule-bad', { problem: `I don’t know the time zone “${typed}”.${meant}`, nearest: near })
  }
}

/** `mon-fri`, `mon,wed,fri`, `daily`, `weekdays`: 1 Monday to 7 Sunday, in order. Throws `schedule-bad`. */
export function readWeekdays(typed: string): number[] {
  const text = typed.trim().toLowerCase()
  const named = dayWords[text]
  if (named) return [...named]
  const days = text.split(/[\s,]+/).flatMap((part) => {
    const [from, to = from] = part.split('-').map(weekday)
    if (from === undefined || to === undefined || from < 1 || to < 1) {
      throw new QuizError('schedule-bad', {
        problem: `I don’t understand the days “${typed}”. Write mon-fri, mon,wed,fri or daily.`,
      })
    }
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => ((from - 1 + index) % 7) + 1)
  })
  return [...new Set(days)].toSorted((a, b) => a - b)
}

/** A local date such as `2026-12-25`. Throws `schedule-bad`. */
export function readDate(typed: string): string {
  try {
    return Temporal.PlainDate.from(typed.trim(), { overflow: 'reject' }).toString()
  } catch {
    throw new QuizError('schedule-bad', { problem: `“${typed}” isn’t a date. Write it as 2026-12-25.` })
  }
}

/** 1 Monday to 7 Sunday; 0 where it is no weekday. */
function weekday(typed: string): number {
  return typed.length < 2
    ? 0
    : weekdayNames.findIndex((name) => typed.startsWith(name.slice(0, typed.length)) || typed.startsWith(name)) + 1
}

/** By the whole name, or by the city alone: people type `berlin`. */
function nearestZones(typed: string): string[] {
  const zones = Intl.supportedValuesOf('timeZone')
  const whole = nearestNames(typed, zones)
  if (whole.length > 0) return whole
  const city = typed.split('/').at(-1)?.replaceAll(' ', '_') ?? ''
  const cities = new Map(zones.map((zone) => [zone.split('/').at(-1) ?? zone, zone]))
  return nearestNames(city, [...cities.keys()]).flatMap((name) => cities.get(name) ?? [])
}
