import { Temporal } from 'temporal-polyfill'
import type { Schedule } from '../calendar.ts'
import { QuizError } from '../errors.ts'
import { isPostDay, postMoment } from '../schedule.ts'
import { type Pause, pauseOn } from './pause.ts'

/** How many days a week somebody wants to answer. */
export const mostGoalDays = 7

/** In characters: what somebody pasted by mistake needn't be quoted in full. */
const longestEcho = 40

/** How a week is going: days answered, and days that the goal asks for in this week. */
export type GoalWeek = {
  answered: number
  /** The goal, or the number of days in the week with a question and outside a pause, if that is smaller. */
  target: number
}

/** How this week is going, and the goal as it was set. */
export type GoalNow = GoalWeek & { goal: number }

/** The goal that was typed; undefined for `off`. Throws `goal-bad` with what is wrong. */
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
 * How a week is going. `asked` are the days on which something was or will be asked where the player plays; if it is
 * missing, nobody knows, and the goal applies as set. Days without a question and days in a pause lower the target, as
 * they spare a streak; an answered day always counts.
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

/** The days until `last` on which one of these schedules will still ask a question. */
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
