import type { Pause } from '../../domain/habit/pause.ts'
import type { Message } from '../../ports/message.ts'
import { sentence } from '../rich.ts'

export function paused({ last }: Pause): Message {
  return sentence(
    `Paused until the end of ${dateInWords(last)}. No reminders until then, and your streak and its freezes are safe. \`/heroku-quiz pause off\` ends the pause sooner.`,
  )
}

export function pauseOver(was: boolean): Message {
  return sentence(was ? 'Welcome back! Everything counts again from today.' : 'You have no pause to end.')
}

/** `2026-12-24 (Thu)`, which can also be typed. */
function dateWithWeekday(day: string): string {
  return `${day} (${new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' }).format(new Date(day))})`
}

/** The first dates of a list, and how many more there are. */
export function datesWithWeekday(days: readonly string[]): string[] {
  const first = days.slice(0, mostDatesShown).map(dateWithWeekday)
  return days.length > mostDatesShown ? [...first, `${days.length - mostDatesShown} more`] : first
}

const mostDatesShown = 20

/** `Thursday, 24 December 2026`. */
export function dateInWords(day: string): string {
  const format = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(day))
}
