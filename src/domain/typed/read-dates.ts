import { Temporal } from 'temporal-polyfill'
import { QuizError } from '../errors.ts'

/** A longer period usually has a mistake in its year. */
const longestDays = 92
/** In characters. Limits the processing time. */
const longestText = 500
/** Limits what one command stores. */
const mostDates = 366

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const nameOfMonth = String.raw`(?<name>${months.join('|')})\p{L}*\.?`
const numberOfDay = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`
const perhapsYear = String.raw`(?:,?\s+(?<year>\d{4})(?![\d-]))?`
const dash = String.raw`(?:\.\.+|[\p{Dash_Punctuation}−]|\b(?:to|until|till|through)\b)`

/** The ways to write a date. */
const ways = [
  String.raw`(?<iso>\d{4}-\d{2}-\d{2})`,
  String.raw`(?<word>today|tomorrow)(?!\p{L})`,
  String.raw`${numberOfDay}\.?\s*(?:of\s+)?${nameOfMonth}${perhapsYear}`,
  String.raw`${nameOfMonth}\s+${numberOfDay}(?![\d.:])${perhapsYear}`,
  String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})?`,
  String.raw`(?<one>\d{1,2})/(?<other>\d{1,2})(?:/(?<year>\d{4}))?`,
  // Not `mondays`, which means more than the next one.
  String.raw`(?<weekday>${weekdays.join('|')})(?:day|s|sday|nesday|r|rs|rsday|urday)?(?!\p{L})`,
].map((way) => new RegExp(way, 'iuy'))

const separator = /\s*(?:[,;&+]|\band\b|\s)\s*/iuy
const until = new RegExp(String.raw`\s*${dash}\s*`, 'iuy')

/** Periods within a month, which name it once: `24-26 Dec`, `Dec 24-26`. */
const sharedMonth = [
  new RegExp(String.raw`\b(\d{1,2})\s*${dash}\s*(\d{1,2})\s+(${months.join('|')})(\p{L}*)`, 'giu'),
  new RegExp(String.raw`\b(${months.join('|')})(\p{L}*)\s+(\d{1,2})\s*${dash}\s*(\d{1,2})\b`, 'giu'),
] as const

/**
 * Reads dates such as `2026-12-24`, `24 Dec`, `Dec 24`, `24.12.`, `tomorrow` or `friday`, and periods such as
 * `24 Dec - 2 Jan`. A date without a year is the next one, and may be today; a weekday is the next one after today.
 * Returns sorted dates, `2026-12-24`. Throws `schedule-bad` if a part isn't a date or can be read in two ways.
 */
export function readDates(typed: string, today: string): string[] {
  if (typed.length > longestText) throw bad('That’s too long for dates. Write fewer at once.')
  const text = typed.trim().replace(sharedMonth[0], '$1 $3$4 to $2 $3$4').replace(sharedMonth[1], '$1$2 $3 to $1$2 $4')
  let at = 0
  const take = (what: RegExp): RegExpExecArray | undefined => {
    what.lastIndex = at
    const match = what.exec(text) ?? undefined
    if (match) at = what.lastIndex
    return match
  }
  const takeDate = (from: Temporal.PlainDate): Temporal.PlainDate => {
    for (const way of ways) {
      const match = take(way)
      if (match) return dateIn(match[0], match.groups ?? {}, from)
    }
    throw notADate(text.slice(at) || typed)
  }
  const dates: string[] = []
  do {
    const first = takeDate(Temporal.PlainDate.from(today))
    dates.push(...period(first, take(until) ? takeDate(first) : first))
    if (dates.length > mostDates) throw bad(`That’s more than ${mostDates} dates. Write fewer at once.`)
  } while (at < text.length && take(separator))
  if (at < text.length) throw notADate(text.slice(at))
  return [...new Set(dates)].toSorted()
}

/** The date of one match, not before `from` if its year is missing. */
function dateIn(
  said: string,
  groups: Record<string, string | undefined>,
  from: Temporal.PlainDate,
): Temporal.PlainDate {
  const { iso, word, weekday, name, month, day, year, one, other } = groups
  if (iso !== undefined) return valid(said, () => Temporal.PlainDate.from(iso, { overflow: 'reject' }))
  if (word !== undefined) return from.add({ days: word.toLowerCase() === 'today' ? 0 : 1 })
  if (weekday !== undefined) {
    const wanted = weekdays.indexOf(weekday.toLowerCase()) + 1
    return from.add({ days: ((wanted - from.dayOfWeek + 6) % 7) + 1 })
  }
  if (one !== undefined && other !== undefined) return fromSlashes(said, { one, other, year }, from)
  const number = name === undefined ? Number(month) : months.indexOf(name.toLowerCase()) + 1
  return onDay(said, { month: number, day: Number(day), year }, from)
}

/** Some write the day first and some the month, so both numbers can't be at most 12. */
function fromSlashes(
  said: string,
  { one, other, year }: { one: string; other: string; year: string | undefined },
  from: Temporal.PlainDate,
): Temporal.PlainDate {
  const [first, second] = [Number(one), Number(other)]
  if (first <= 12 && second <= 12 && first !== second) {
    const [monthName, dayName] = [months[second - 1] ?? '', months[first - 1] ?? '']
    throw bad(
      `“${said}” can mean ${first} ${capital(monthName)} or ${second} ${capital(dayName)}. Write it in one of those ways.`,
    )
  }
  return onDay(said, first > 12 ? { day: first, month: second, year } : { day: second, month: first, year }, from)
}

function onDay(
  said: string,
  { month, day, year }: { month: number; day: number; year: string | undefined },
  from: Temporal.PlainDate,
): Temporal.PlainDate {
  const inYear = (number: number) =>
    valid(said, () => Temporal.PlainDate.from({ year: number, month, day }, { overflow: 'reject' }))
  if (year !== undefined) return inYear(Number(year))
  const date = inYear(from.year)
  return Temporal.PlainDate.compare(date, from) < 0 ? inYear(from.year + 1) : date
}

function period(first: Temporal.PlainDate, last: Temporal.PlainDate): string[] {
  const { days } = first.until(last)
  if (days < 0) throw bad(`${last} is before ${first}. Write the earlier date first.`)
  if (days >= longestDays) throw bad(`${first} to ${last} is more than ${longestDays} days. Write a shorter period.`)
  return Array.from({ length: days + 1 }, (_, later) => first.add({ days: later }).toString())
}

function valid(said: string, read: () => Temporal.PlainDate): Temporal.PlainDate {
  try {
    return read()
  } catch {
    throw notADate(said)
  }
}

function notADate(said: string): QuizError {
  return bad(`“${said}” isn’t a date. Write it as 2026-12-25 or 25 Dec.`)
}

function bad(problem: string): QuizError {
  return new QuizError('schedule-bad', { problem })
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
