import { Temporal } from 'temporal-polyfill'
import { QuizError } from './errors.ts'
import { nearestNames } from './nearest-names.ts'

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const dayWords: Record<string, readonly number[]> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
}

/**
 * An abbreviation means a fixed offset or is ambiguous, while a schedule follows the clocks of one place. Some
 * abbreviations are also the names of zones without daylight saving time.
 */
const placesOf: Record<string, readonly string[]> = {
  EST: ['America/New_York', 'America/Toronto'],
  EDT: ['America/New_York', 'America/Toronto'],
  CST: ['America/Chicago', 'Asia/Shanghai'],
  CDT: ['America/Chicago', 'America/Winnipeg'],
  MST: ['America/Denver', 'America/Phoenix'],
  MDT: ['America/Denver', 'America/Edmonton'],
  PST: ['America/Los_Angeles', 'Asia/Manila'],
  PDT: ['America/Los_Angeles', 'America/Vancouver'],
  HST: ['Pacific/Honolulu'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  SGT: ['Asia/Singapore'],
  MSK: ['Europe/Moscow'],
  CEST: ['Europe/Berlin', 'Europe/Paris'],
  EEST: ['Europe/Helsinki', 'Europe/Athens'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AEDT: ['Australia/Sydney', 'Australia/Melbourne'],
  NZST: ['Pacific/Auckland'],
}

/** Reads `9:30`, `9.30`, `9h30` and `9:30am` as `09:30`. Throws `schedule-bad` if it isn't a time of day. */
export function readTime(typed: string): string {
  const [, digits, minute = '00', half] = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm)?$/i.exec(typed.trim()) ?? []
  const isWhole = half !== undefined || /\d[:.h]\d/i.test(typed)
  const hour = half === undefined ? Number(digits) : hourOfHalf(Number(digits), half.toLowerCase())
  if (!isWhole || !(hour <= 23) || Number(minute) > 59) {
    throw new QuizError('schedule-bad', {
      problem: `“${typed}” isn’t a time of day. Write it as HH:MM, from 00:00 to 23:59.`,
    })
  }
  return `${String(hour).padStart(2, '0')}:${minute}`
}

/** Whether `readTime` accepts it. */
export function isTime(typed: string): boolean {
  return isRead(() => readTime(typed))
}

function isRead(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}

/** Limits the processing time. Even a schedule that names each day has fewer words. */
const mostWords = 20

/**
 * Sorts the words of a schedule, which can be typed in any order. Words that are none of the three count as the parts
 * that are missing, in the usual order: time, zone, days. A longer text is taken to be in that order.
 */
export function sortScheduleWords(typed: string): { time?: string; zone?: string; days?: string } {
  const words = typed.split(/\s+/u).filter((word) => word !== '')
  if (words.length > mostWords) return { time: words[0] ?? '', zone: words[1] ?? '', days: words.slice(2).join(' ') }
  const isDay = (word: string): boolean => daySeparator.test(word) || isRead(() => readWeekdays(withoutCommas(word)))
  const others = words.filter((word) => !isDay(word))
  const take = (fits: (word: string) => boolean): string | undefined => {
    const at = others.findIndex(fits)
    return at < 0 ? undefined : others.splice(at, 1)[0]
  }
  const known = { time: take(isTime), zone: take((word) => findZone(word) !== undefined) }
  const time = known.time ?? others.shift()
  const zone = known.zone ?? others.shift()
  const days = [...words.filter(isDay), ...others].join(' ')
  return { ...(time !== undefined && { time }), ...(zone !== undefined && { zone }), ...(days !== '' && { days }) }
}

const daySeparator = /^(?:to|through|until|and|[,;/+&\p{Dash_Punctuation}−]+)$/iu

function withoutCommas(word: string): string {
  return word.replaceAll(/^[,;]+|[,;]+$/gu, '')
}

/** 12am is midnight and 12pm is noon. Returns NaN for an invalid hour. */
function hourOfHalf(hour: number, half: string): number {
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'pm' ? 12 : 0) : Number.NaN
}

/** All zones, with UTC first. */
export function knownZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
}

/** Reads an IANA zone in any case, or a city such as `berlin`. Throws `schedule-bad` with the most similar names. */
export function readZone(typed: string): string {
  const name = typed.trim()
  const places = placesOf[name.toUpperCase()]
  if (places) {
    throw new QuizError('schedule-bad', {
      problem: `“${typed}” doesn’t say how your clocks change. Write the place, such as ${places.join(' or ')}.`,
      nearest: places,
    })
  }
  const found = findZone(name)
  if (found !== undefined) return found
  const near = nearestZones(name)
  const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
  throw new QuizError('schedule-bad', { problem: `I don’t know the time zone “${typed}”.${meant}`, nearest: near })
}

function findZone(name: string): string | undefined {
  const known = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === name.toLowerCase())
  if (known) return known
  try {
    // Also accepts valid names that aren't in the list, such as UTC and older names.
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(/^[a-z]/i.test(name) ? name : 'none').timeZoneId
  } catch {
    return zoneOfCity(name)
  }
}

/**
 * Reads `mon-fri`, `mon,wed,fri`, `daily` or `weekdays` as sorted numbers, 1 Monday to 7 Sunday. Throws `schedule-bad`.
 */
export function readWeekdays(typed: string): number[] {
  const text = typed
    .trim()
    .toLowerCase()
    .replaceAll(/\s*[\p{Dash_Punctuation}−]\s*|\s+(?:to|through|until)\s+/gu, '-')
  const named = dayWords[text]
  if (named) return [...named]
  const days = text.split(/(?:[\s,;/+&]|\band\b)+/u).flatMap((part) => {
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

/** Reads one day: 1 Monday to 7 Sunday. Throws `schedule-bad`. */
export function readWeekday(typed: string): number {
  if (!isRead(() => readWeekdays(typed))) {
    throw new QuizError('schedule-bad', { problem: `I don’t understand the day “${typed}”. Name one, such as monday.` })
  }
  const [day, ...others] = readWeekdays(typed)
  if (day !== undefined && others.length === 0) return day
  throw new QuizError('schedule-bad', { problem: `“${typed}” is more than one day. Name one, such as sunday.` })
}

/** Reads a local date such as `2026-12-25`. Throws `schedule-bad`. */
export function readDate(typed: string): string {
  try {
    return Temporal.PlainDate.from(typed.trim(), { overflow: 'reject' }).toString()
  } catch {
    throw new QuizError('schedule-bad', { problem: `“${typed}” isn’t a date. Write it as 2026-12-25.` })
  }
}

/** 1 Monday to 7 Sunday; 0 if it isn't a weekday. */
function weekday(typed: string): number {
  const day = typed.replace(/s$/, '')
  return day.length < 2 ? 0 : weekdayNames.findIndex((name) => name.startsWith(day) || name === typed) + 1
}

/** The zone of a city, if exactly one zone has that city. */
function zoneOfCity(typed: string): string | undefined {
  const ending = `/${typed.toLowerCase().replaceAll(' ', '_')}`
  const [zone, another] = Intl.supportedValuesOf('timeZone').filter((one) => one.toLowerCase().endsWith(ending))
  return another === undefined ? zone : undefined
}

/** Compares with the full name and with the city alone, as for `berln`. */
function nearestZones(typed: string): string[] {
  const zones = Intl.supportedValuesOf('timeZone')
  const whole = nearestNames(typed, zones)
  if (whole.length > 0) return whole
  const city = typed.split('/').at(-1)?.replaceAll(' ', '_') ?? ''
  const cities = new Map(zones.map((zone) => [zone.split('/').at(-1) ?? zone, zone]))
  return nearestNames(city, [...cities.keys()]).flatMap((name) => cities.get(name) ?? [])
}
