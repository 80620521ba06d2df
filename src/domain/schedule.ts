import { Temporal } from 'temporal-polyfill'
import { localDay, remembering, type Schedule } from './calendar.ts'

/** A schedule with a weekday posts again within this time, unless all such days are skipped. */
const looksAheadDays = 400

/**
 * When a channel is asked on a local date, ignoring whether that date is a post day. A time that is skipped by daylight
 * saving moves to the first time that exists on that date, or to the last minute of the date if the rest is skipped. If
 * a time occurs twice, the first occurrence counts.
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
    // In Nuuk the clocks skip midnight, so the next existing time is on another date.
    const moment = jump.toPlainDate().equals(localDate) ? jump : jump.subtract({ minutes: 1 })
    return moment.epochMilliseconds
  },
  ({ time, zone }, localDate) => `${time} ${zone} ${localDate}`,
)

export function lastMoment(localDate: string, zone: string): Date {
  const next = Temporal.PlainDate.from(localDate).add({ days: 1 }).toZonedDateTime(zone)
  return new Date(next.epochMilliseconds - 1)
}

export function isPostDay(schedule: Schedule, localDate: string): boolean {
  return isUsualDay(schedule, localDate) && schedule.holidays?.days[localDate] === undefined
}

/**
 * The first day of the week for people who work on these weekdays. It is Saturday or Sunday if they work on that day
 * and are free the day before, otherwise Monday.
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
  // Starts one day early, to be safe near midnight. Moments before `after` are filtered out below.
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
