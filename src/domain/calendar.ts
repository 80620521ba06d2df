import { Temporal } from 'temporal-polyfill'
import type { BoardSpan } from './standings.ts'

export type Schedule = {
  /** HH:MM in the zone. */
  time: string
  /** IANA zone, such as `Europe/Berlin`. */
  zone: string
  /** 1 Monday to 7 Sunday. */
  weekdays: number[]
  /** Local dates without a question. */
  skip: string[]
  holidays?: Holidays
}

export type Holidays = {
  /** A country or one of its regions: `DE`, `DE-BY`. */
  place: string
  /** The holidays' names by local date, for the year after `asOf`. */
  days: Readonly<Record<string, string>>
  /** The date of the look-up, `2026-01-31`. */
  asOf: string
}

/** The local date of a moment in a zone, `2026-01-31`. */
export function localDay(moment: Date, zone: string): string {
  return dayAt(moment.getTime(), zone)
}

const dayAt = remembering(
  (moment: number, zone: string) =>
    Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate().toString(),
  (moment, zone) => `${moment} ${zone}`,
)

/**
 * The first day of the period that contains `day`. Weeks begin on `weekStart`, 1 Monday to 7 Sunday. The all-time
 * period begins with year 1.
 */
export function windowStart(day: string, window: BoardSpan, weekStart = 1): string {
  const date = Temporal.PlainDate.from(day)
  switch (window) {
    case 'week':
      return date.subtract({ days: (date.dayOfWeek - weekStart + 7) % 7 }).toString()
    case 'month':
      return date.with({ day: 1 }).toString()
    case 'quarter':
      return date.with({ day: 1, month: date.month - ((date.month - 1) % 3) }).toString()
    case 'all':
      return '0001-01-01'
  }
}

/** The first days of the three months in the quarter that contains `day`. */
export function monthsOfQuarter(day: string): string[] {
  const first = Temporal.PlainDate.from(windowStart(day, 'quarter'))
  return [0, 1, 2].map((months) => first.add({ months }).toString())
}

/** The last day of the week that contains `day`. */
export function weekEnd(day: string, weekStart = 1): string {
  return Temporal.PlainDate.from(windowStart(day, 'week', weekStart))
    .add({ days: 6 })
    .toString()
}

/** The first day of the previous period; undefined for all time. */
export function windowBefore(day: string, window: BoardSpan, weekStart = 1): string | undefined {
  if (window === 'all') return undefined
  const dayBefore = Temporal.PlainDate.from(windowStart(day, window, weekStart)).subtract({ days: 1 })
  return windowStart(dayBefore.toString(), window, weekStart)
}

/** The first days of `count` weeks, oldest first. The last one is the week that contains `day`. */
export function weekStarts(day: string, count: number, weekStart = 1): string[] {
  const last = Temporal.PlainDate.from(windowStart(day, 'week', weekStart))
  return Array.from({ length: count }, (_, index) => last.subtract({ weeks: count - 1 - index }).toString())
}

/** The cache is cleared when it reaches this size. */
const mostRemembered = 500

/**
 * Caches the results of a pure function by key. On a busy morning thousands of channels with equal schedules make the
 * same calls.
 */
export function remembering<Given extends unknown[], Result>(
  work: (...given: Given) => Result,
  keyOf: (...given: Given) => string,
): (...given: Given) => Result {
  const known = new Map<string, { result: Result }>()
  return (...given) => {
    const key = keyOf(...given)
    const found = known.get(key)
    if (found) return found.result
    const result = work(...given)
    if (known.size >= mostRemembered) known.clear()
    known.set(key, { result })
    return result
  }
}
