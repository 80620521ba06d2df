import { Temporal } from 'temporal-polyfill'
import type { Schedule } from '../calendar.ts'
import { QuizError } from '../errors.ts'
import { isPostDay, postMoment } from '../schedule.ts'
import { type Pause, pauseOn } from './pause.ts'

/** The highest possible goal, in days per week. */
export const mostGoalDays = 7

/** In characters. A longer input is shortened in the error. */
const longestEcho = 40

export type GoalWeek = {
  answered: number
  /** The goal, or the number of days in the week with a question and outside a pause, if that is smaller. */
  target: number
}

export type GoalNow = GoalWeek & { goal: number }

/** Reads a typed goal; undefined for `off`. Throws `goal-bad` with the problem. */
export function readGoal(typed: string): number | undefined {
  const text = typed.trim().toLowerCase()
  if (text === 'off') return undefined
  const [, digits] = /^(\d{1,6})(?: days?)?(?: (?:a|per) week)?$/.exec(text) ?? []
  if (digits === undefined) throw bad(`“${[...typed.trim()].slice(0, longestEcho).join('')}” isn’t a number of days.`)
  const days = Number(digits)
  if (days === 0) throw bad('A goal is one day a week at least.')
  if (days > mostGoalDays) throw bad(`A week has ${mostGoalDays} days, and ${days} is more.`)
  return days
}

function bad(problem: string): QuizError {
  return new QuizError('goal-bad', { problem })
}

/**
 * The progress of a week. `asked` are the days with a past or upcoming question where the player plays; if it is
 * undefined, the goal isn't lowered. Days without a question and days in a pause lower the target, just as they don't
 * break a streak. An answered day always counts.
 */
export function goalWeek(
  goal: number,
  week: { answered: readonly string[]; asked?: readonly string[] | undefined; pauses: readonly Pause[] },
): GoalWeek {
  const answered = new Set(week.answered)
  if (!week.asked) return { answered: answered.size, target: goal }
  const possible = new Set([...answered, ...week.asked.filter((day) => !pauseOn(week.pauses, day))])
  return { answered: answered.size, target: Math.min(goal, possible.size) }
}

/** The days until `last` on which at least one of these schedules will still ask a question. */
export function daysAhead(schedules: readonly Schedule[], now: Date, last: string): string[] {
  const days = schedules.flatMap((schedule) => {
    const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(schedule.zone).toPlainDate()
    const count = Math.max(0, today.until(Temporal.PlainDate.from(last)).days + 1)
    return Array.from({ length: count }, (_, ahead) => today.add({ days: ahead }).toString()).filter(
      (day) => isPostDay(schedule, day) && postMoment(schedule, day) > now,
    )
  })
  return [...new Set(days)]
}
