import { Temporal } from 'temporal-polyfill'
import { localDay, remembering, type Schedule } from './calendar.ts'

/** A schedule with a weekday posts again within this time unless every such day is skipped. */
const looksAheadDays = 400

/**
 * The moment a channel is asked on a local date, whether or not that date is one of its days. A time that the clocks
 * skip moves to the first that exists on that date, or to its last minute if they skip the rest of it; for one that
 * occurs twice, the first occurrence counts.
 */
export function postMoment(schedule: Pick<Schedule, 'time' | 'zone'>, localDate: string): Date {
  return new Date(momentOf(schedule, localDate))
}

const momentOf = remembering(
  ({ time, zone }: Pick<Schedule, 'time' | 'zone'>, localDate: string): number => {
    const local = Temporal.PlainDate.from(localDate).toPlainDateTime(Temporal.PlainTime.from(time))
    const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
    if (earlier.toPlainDateTime().equals(local)) return earlier.epochMilliseconds
    const jump = earlier.getTimeZoneTransition('next') ?? earlier
    // In Nuuk the clocks jump over midnight: what exists next is on another date, which may not be asked.
    const moment = jump.toPlainDate().equals(localDate) ? jump : jump.subtract({ minutes: 1 })
    return moment.epochMilliseconds
  },
  ({ time, zone }, localDate) => `${time} ${zone} ${localDate}`,
)

/** The last moment of a local date. */
export function lastMoment(localDate: string, zone: string): Date {
  const next = Temporal.PlainDate.from(localDate).add({ days: 1 }).toZonedDateTime(zone)
  return new Date(next.epochMilliseconds - 1)
}

/** Whether a channel is asked on a local date. */
export function isPostDay(schedule: Schedule, localDate: string): boolean {
  return isUsualDay(schedule, localDate) && schedule.holidays?.days[localDate] === undefined
}

/**
 * The first day of the week for people who work on these days: Saturday or Sunday if they work on it and are free the
 * day before, otherwise Monday.
 */
export function weekStartOf(weekdays: readonly number[]): number {
  const works = (day: number): boolean => weekdays.includes(day)
  if (weekdays.length < 3) return 1
  if (works(7) && !works(6)) return 7
  return works(6) && !works(5) ? 6 : 1
}

/** The public holidays between two local dates, inclusive, on which there would otherwise be a question. */
export function holidaysBetween(schedule: Schedule, first: string, last: string): { day: string; name: string }[] {
  return Object.entries(schedule.holidays?.days ?? {})
    .filter(([day]) => day >= first && day <= last && isUsualDay(schedule, day))
    .map(([day, name]) => ({ day, name }))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
}

function isUsualDay({ weekdays, skip }: Schedule, localDate: string): boolean {
  return weekdays.includes(Temporal.PlainDate.from(localDate).dayOfWeek) && !skip.includes(localDate)
}

/** The first post after a moment; undefined if the schedule has no day left within a year. */
export function nextPost(schedule: Schedule, after: Date): Date | undefined {
  const [first] = nextPosts(schedule, after, 1)
  return first
}

/** The next posts after a moment, earliest first, at most `count`. */
export function nextPosts(schedule: Schedule, after: Date, count: number): Date[] {
  const posts: Date[] = []
  // A day earlier, because in the zone it may still be the day before.
  let date = Temporal.PlainDate.from(localDay(after, schedule.zone)).subtract({ days: 1 })
  for (let day = 0; day < looksAheadDays && posts.length < count; day++) {
    const localDate = date.toString()
    if (isPostDay(schedule, localDate)) {
      const moment = postMoment(schedule, localDate)
      if (moment > after) posts.push(moment)
    }
    date = date.add({ days: 1 })
  }
  return posts
}
