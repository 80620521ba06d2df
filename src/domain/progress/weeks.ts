import { Temporal } from 'temporal-polyfill'
import { localDay, weekEnd, weekStarts, windowStart } from '../calendar.ts'
import { type GoalWeek, goalWeek } from '../habit/goal.ts'
import type { Pause } from '../habit/pause.ts'
import type { GradedAnswer } from './answered.ts'

const weeksShown = 8

/** Points by the first day of their week. */
export type PointsByWeek = ReadonlyMap<string, number>

export type WeekProgress = {
  /** The first day of the week. */
  first: string
  points: number
  /** On how many days of the week the player answered the question of the day. */
  days: number
  /** Undefined without a goal, and before the first answer. */
  goal?: GoalWeek
}

/** The last day of the week that contains `today`, and the first day of the oldest week shown. */
export function shownDays(today: string, weekStart = 1): { first: string; last: string } {
  return { first: weekStarts(today, weeksShown, weekStart)[0] ?? today, last: weekEnd(today, weekStart) }
}

/** The last eight weeks, oldest first. The last one is the week that contains `today`. */
export function lastWeeks(
  points: PointsByWeek,
  days: { answered: readonly string[]; asked?: readonly string[] | undefined; pauses: readonly Pause[] },
  { today, goal, weekStart = 1 }: { today: string; goal?: number | undefined; weekStart?: number },
): WeekProgress[] {
  const answered = Map.groupBy(days.answered, (day) => windowStart(day, 'week', weekStart))
  const asked = days.asked && Map.groupBy(days.asked, (day) => windowStart(day, 'week', weekStart))
  const began = [...points.keys(), ...answered.keys()].toSorted()[0]
  return weekStarts(today, weeksShown, weekStart).map((first) => {
    const week = { answered: answered.get(first) ?? [], asked: asked && (asked.get(first) ?? []), pauses: days.pauses }
    const shown = { first, points: points.get(first) ?? 0, days: new Set(week.answered).size }
    if (goal === undefined || began === undefined || first < began) return shown
    return { ...shown, goal: goalWeek(goal, week) }
  })
}

/** The week with the most points, the latest one in a tie; undefined without points. */
export function bestWeek(points: PointsByWeek): { first: string; points: number } | undefined {
  const [best] = [...points].toSorted(([week, some], [other, more]) => more - some || other.localeCompare(week))
  if (!best || best[1] <= 0) return undefined
  return { first: best[0], points: best[1] }
}

/**
 * Points per week in the workspace's zone, as on its boards. `answers` are in chronological order. Computing a date in
 * a zone is slow, so most weeks are derived from the previous one.
 */
export function pointsByWeek(answers: readonly GradedAnswer[], zone: string, weekStart = 1): PointsByWeek {
  const sums = new Map<string, number>()
  let week: Week | undefined
  for (const { at, points } of answers) {
    const moment = at.getTime()
    if (week && moment >= week.over) week = weekFrom(week.next, zone)
    if (!week || moment >= week.over)
      week = weekFrom(Temporal.PlainDate.from(windowStart(localDay(at, zone), 'week', weekStart)), zone)
    sums.set(week.first, (sums.get(week.first) ?? 0) + points)
  }
  return sums
}

/** `over` is the moment when the next week begins. */
type Week = { first: string; next: Temporal.PlainDate; over: number }

function weekFrom(first: Temporal.PlainDate, zone: string): Week {
  const next = first.add({ days: 7 })
  return { first: first.toString(), next, over: next.toZonedDateTime(zone).epochMilliseconds }
}
