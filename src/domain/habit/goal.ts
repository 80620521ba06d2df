import { Temporal } from 'temporal-polyfill'
import type { Schedule } from '../calendar.ts'
import { QuizError } from '../errors.ts'
import { isPostDay, postMoment } from '../schedule.ts'
import { type Pause, pauseOn } from './pause.ts'

/** Days a week on which somebody wants to answer. */
export const mostGoalDays = 7

/** In characters: what somebody pasted by mistake need not come back whole. */
const longestEcho = 40

/** How a week goes: days answered, of those that the goal asks for in this week. */
export type GoalWeek = {
  answered: number
  /** The goal, or the days of the week that had a question outside a pause where these are fewer. */
  target: number
}

/** How this week goes, and the goal as it was set. */
export type GoalNow = GoalWeek & { goal: number }

/** The goal that was typed; none for `off`. Throws `goal-bad` with what is wrong. */
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
 * How a week goes. `asked` are the days on which something was or will be asked where the player plays; without it nobody
 * knows, and the goal is as it was set. A day without a question takes nothing away, and a pause takes its days out, as
 * with a streak; a day that was answered counts in any case.
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

/** The days until `last` on which one of these schedules will still ask. */
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
