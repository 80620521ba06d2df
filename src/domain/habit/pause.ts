import { Temporal } from 'temporal-polyfill'
import { QuizError } from '../errors.ts'
import { readDates } from '../typed/read-dates.ts'

/** The first and last day of a period without reminders in which the streak can't break: `2026-12-24`. */
export type Pause = { first: string; last: string }

const longestDays = 366

/** Reads the last day of a pause that begins today. Throws `pause-bad` with the problem and a valid date. */
export function readPause(typed: string, today: string): string {
  const start = Temporal.PlainDate.from(today)
  const bad = (problem: string) => new QuizError('pause-bad', { problem, example: start.add({ weeks: 2 }).toString() })
  const dates = datesOf(typed, today, bad)
  const last = dates.at(-1) ?? today
  if (dates.length > 1 && dates[0] !== today) throw bad('A pause begins today. Write only its last day.')
  const ahead = start.until(last).days
  if (ahead < 0) throw bad(`${last} is over already. Write the last day of your pause.`)
  if (ahead > longestDays) throw bad(`${last} is more than a year away. A pause lasts a year at most.`)
  return last
}

function datesOf(typed: string, today: string, bad: (problem: string) => QuizError): string[] {
  try {
    return readDates(typed.replace(/^\s*(?:until|till|to)\s+/i, ''), today)
  } catch (error) {
    throw error instanceof QuizError ? bad(String(error.facts.problem)) : error
  }
}

/** Adds a pause that begins today, or extends the current one. */
export function pausedUntil(pauses: readonly Pause[], last: string, today: string): Pause[] {
  const over = pauses.filter((pause) => pause.last < today)
  const first = pauses.find((pause) => pause.first <= today && pause.last >= today)?.first ?? today
  return [...over, { first, last }]
}

/** Ends the current pause, so that today counts again. */
export function pauseEnded(pauses: readonly Pause[], today: string): Pause[] {
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString()
  return pauses
    .map(({ first, last }) => ({ first, last: last < today ? last : yesterday }))
    .filter(({ first, last }) => first <= last)
}

export function pauseOn(pauses: readonly Pause[], day: string): Pause | undefined {
  return pauses.find(({ first, last }) => first <= day && day <= last)
}
