import { Temporal } from 'temporal-polyfill'
import { QuizError } from '../errors.ts'
import { findZone } from './read-zone.ts'

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const dayWords: Record<string, readonly number[]> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  everyday: [1, 2, 3, 4, 5, 6, 7],
  day: [1, 2, 3, 4, 5, 6, 7],
  weekday: [1, 2, 3, 4, 5],
  workday: [1, 2, 3, 4, 5],
  weekend: [6, 7],
}

/** Reads `9:30`, `9.30`, `9h30`, `0930`, `9:30am` and `9 p.m.` as `09:30`. Throws `schedule-bad` if it isn't a time. */
export function readTime(typed: string): string {
  const [, hours, minute = '00', half] =
    /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap]m)?$/.exec(withoutDots(typed.trim().toLowerCase())) ?? []
  const isWhole = half !== undefined || /\d[:.h]\d|\d{4}/i.test(typed)
  const hour = half === undefined ? Number(hours) : hourOfHalf(Number(hours), half)
  if (!isWhole || !(hour <= 23) || Number(minute) > 59) {
    throw new QuizError('schedule-bad', {
      problem: `“${typed}” isn’t a time of day. Write it as HH:MM, from 00:00 to 23:59.`,
    })
  }
  return `${String(hour).padStart(2, '0')}:${minute}`
}

/** Writes `a.m.` as `am`. */
function withoutDots(text: string): string {
  return text.replaceAll(/\b([ap])\.?m\b\.?/gi, '$1m')
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

/** In the name of a place, such as `Port of Spain`. */
const mostWordsOfZone = 3

/**
 * Sorts the words of a schedule, which can be typed in any order: `at 9 am New York, every day`. Words that are none of
 * the three count as the parts that are missing, in the usual order: time, zone, days. A longer text is taken to be in
 * that order.
 */
export function sortScheduleWords(typed: string): { time?: string; zone?: string; days?: string } {
  const words = wordsOf(typed)
  if (words.length > mostWords) return { time: words[0] ?? '', zone: words[1] ?? '', days: words.slice(2).join(' ') }
  const isDay = (word: string): boolean => daySeparator.test(word) || isRead(() => readWeekdays(withoutCommas(word)))
  const others = words.filter((word) => !isDay(word)).map(withoutCommas)
  const take = (length: number, fits: (words: string) => boolean): string | undefined => {
    const at = others.findIndex((_, from) => fits(others.slice(from, from + length).join(' ')))
    return at < 0 ? undefined : others.splice(at, length).join(' ')
  }
  let zone: string | undefined
  for (let length = mostWordsOfZone; length > 0; length--) zone ??= take(length, (name) => findZone(name) !== undefined)
  const time = take(1, isTime) ?? others.shift()
  zone ??= others.shift()
  const days = [...words.filter(isDay), ...others].join(' ')
  return { ...(time !== undefined && { time }), ...(zone !== undefined && { zone }), ...(days !== '' && { days }) }
}

/** Splits at spaces, and joins or leaves out words: `at 9 am every day` is `9am day`. */
function wordsOf(typed: string): string[] {
  return withoutDots(typed)
    .replaceAll(/(\d)\s+([ap]m)\b/gi, '$1$2')
    .replaceAll(/\bworking\s+days?\b/gi, 'weekdays')
    .replaceAll(/(?<![\p{L}\d])(?:at|in|on|every|each)\s+/giu, '')
    .split(/\s+/u)
    .filter((word) => word !== '')
}

const daySeparator = /^(?:to|through|until|and|[,;/+&\p{Dash_Punctuation}−]+)$/iu

function withoutCommas(word: string): string {
  return word.replaceAll(/^[,;]+|[,;]+$/gu, '')
}

/** 12am is midnight and 12pm is noon. Returns NaN for an invalid hour. */
function hourOfHalf(hour: number, half: string): number {
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'pm' ? 12 : 0) : Number.NaN
}

/**
 * Reads `mon-fri`, `mon,wed,fri`, `daily` or `weekdays` as sorted numbers, 1 Monday to 7 Sunday. Throws `schedule-bad`.
 */
export function readWeekdays(typed: string): number[] {
  const text = typed
    .trim()
    .toLowerCase()
    .replaceAll(/\s*[\p{Dash_Punctuation}−]\s*|\s+(?:to|through|until)\s+/gu, '-')
  const days = text.split(/(?:[\s,;/+&]|\band\b)+/u).flatMap((part) => {
    const word = part.replace(/s$/, '')
    const named = Object.hasOwn(dayWords, word) ? dayWords[word] : undefined
    if (named) return named
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
