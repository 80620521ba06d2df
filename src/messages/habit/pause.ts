import type { Pause } from '../../domain/habit/pause.ts'
import type { Message } from '../../ports/message.ts'
import { sentence } from '../rich.ts'

export function paused({ last }: Pause): Message {
  return sentence(
    `Paused until the end of ${dateInWords(last)}: no reminders, and your streak waits for you, with its freezes. \`/heroku-quiz pause off\` ends it sooner.`,
  )
}

export function pauseOver(was: boolean): Message {
  return sentence(was ? 'Welcome back. From today on everything counts again.' : 'Nothing was paused.')
}

/** `Thursday, 24 December 2026`. */
export function dateInWords(day: string): string {
  const format = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(day))
}
