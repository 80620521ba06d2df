import { weekEnd, weekStarts, windowStart } from '../calendar.ts'
import { type GoalWeek, goalWeek } from '../habit/goal.ts'
import type { Pause } from '../habit/pause.ts'
import type { GradedAnswer } from './answered.ts'

const weeksShown = 8

export type WeekProgress = {
  /** Its Monday. */
  first: string
  points: number
  /** On how many of its days somebody answered the question. */
  days: number
  /** None without a goal, and before the first answer. */
  goal?: GoalWeek
}

/** The last day of the week that holds `today`, and the first of the oldest week shown. */
export function shownDays(today: string): { first: string; last: string } {
  return { first: weekStarts(today, weeksShown)[0] ?? today, last: weekEnd(today) }
}

/** The last eight weeks, oldest first; the last is the week that holds `today`. */
export function lastWeeks(
  answers: readonly GradedAnswer[],
  days: { answered: readonly string[]; asked?: readonly string[] | undefined; pauses: readonly Pause[] },
  { today, goal }: { today: string; goal?: number | undefined },
): WeekProgress[] {
  const points = pointsByWeek(answers)
  const answered = Map.groupBy(days.answered, (day) => windowStart(day, 'week'))
  const asked = days.asked && Map.groupBy(days.asked, (day) => windowStart(day, 'week'))
  const began = [...points.keys(), ...answered.keys()].toSorted()[0]
  return weekStarts(today, weeksShown).map((first) => {
    const week = { answered: answered.get(first) ?? [], asked: asked && (asked.get(first) ?? []), pauses: days.pauses }
    const shown = { first, points: points.get(first) ?? 0, days: new Set(week.answered).size }
    if (goal === undefined || began === undefined || first < began) return shown
    return { ...shown, goal: goalWeek(goal, week) }
  })
}

/** The week with most points ever, the latest of several; none without points. */
export function bestWeek(answers: readonly GradedAnswer[]): { first: string; points: number } | undefined {
  const [best] = [...pointsByWeek(answers)].toSorted(
    ([week, points], [other, more]) => more - points || other.localeCompare(week),
  )
  if (!best || best[1] <= 0) return undefined
  return { first: best[0], points: best[1] }
}

function pointsByWeek(answers: readonly GradedAnswer[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { week, points } of answers) sums.set(week, (sums.get(week) ?? 0) + points)
  return sums
}
