import { QuizError } from '../errors.ts'
import { nextPost } from '../schedule.ts'
import { readTime } from '../typed/read-schedule.ts'
import { readZone } from '../typed/read-zone.ts'
import { type Pause, pauseOn } from './pause.ts'

export type ReminderTime = { /** HH:MM */ time: string /** IANA zone */; zone: string }

/** For most questions, this is the afternoon of the day on which they are asked. */
export const usualTime = '16:00'

/** A reminder that is later than this is skipped. */
export const lateMs = 60 * 60_000

export type OpenRound = {
  id: number
  channelName: string
  /** When the round will close, as currently planned. */
  closesAt: Date
  answered: boolean
}

export function nextReminder({ time, zone }: ReminderTime, after: Date): Date {
  const next = nextPost({ time, zone, weekdays: [1, 2, 3, 4, 5, 6, 7], skip: [] }, after)
  if (!next) throw new Error('the time does not exist on this day')
  return next
}

/**
 * The round of a reminder: the unanswered one that closes first, if it closes before the next reminder. Undefined
 * during a pause, and on a day on which the player was already reminded.
 */
export function roundToRemind(
  reminder: ReminderTime & { dueAt: Date },
  now: { moment: Date; date: string },
  known: { rounds: readonly OpenRound[]; pauses: readonly Pause[]; remindedOn: readonly string[] },
): OpenRound | undefined {
  const { moment, date } = now
  if (moment < reminder.dueAt || moment.getTime() - reminder.dueAt.getTime() > lateMs) return undefined
  if (known.remindedOn.includes(date)) return undefined
  if (pauseOn(known.pauses, date)) return undefined
  const next = nextReminder(reminder, moment)
  const [round] = known.rounds
    .filter(({ answered, closesAt }) => !answered && closesAt > moment && closesAt <= next)
    .toSorted((one, other) => one.closesAt.getTime() - other.closesAt.getTime())
  return round
}

/** Throws `remind-bad` with the problem. */
export function readReminderTime(typed: string): string {
  return asRemindBad('time', () => readTime(typed))
}

/** Throws `remind-bad` with the problem. */
export function readReminderZone(typed: string): string {
  return asRemindBad('zone', () => readZone(typed))
}

function asRemindBad(field: 'time' | 'zone', read: () => string): string {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof QuizError)) throw error
    throw new QuizError('remind-bad', { ...error.facts, field })
  }
}
