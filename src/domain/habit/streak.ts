import { windowStart } from '../calendar.ts'

/**
 * Scheduled days in a row on which a player answered. A missed day is bridged by a freeze; one freeze is earned for
 * five answered days in a row, a working week, though never two in one week, and at most two are kept. Days without a round never break a streak.
 */
export type Streak = {
  current: number
  longest: number
  freezes: number
  /** The last scheduled day answered, `2026-01-31`. */
  lastDay?: string
  /** The Monday of the week in which the last freeze was earned. */
  freezeWeek?: string
}

const freezesKept = 2
const daysForFreeze = 5

export const noStreak: Streak = { current: 0, longest: 0, freezes: 0 }

/**
 * The streak after an answer on `day`. `missed` is the number of scheduled days between the last answered day and this
 * one on which a question was posted and the player gave no answer.
 */
export function extendStreak(streak: Streak, day: string, missed: number): Streak {
  if (streak.lastDay !== undefined && streak.lastDay >= day) return streak
  const bridged = streak.lastDay !== undefined && missed <= streak.freezes
  const current = bridged ? streak.current + 1 : 1
  const kept = bridged ? streak.freezes - missed : streak.freezes
  const week = windowStart(day, 'week')
  const earned = current % daysForFreeze === 0 && streak.freezeWeek !== week
  const freezeWeek = earned ? week : streak.freezeWeek
  return {
    current,
    longest: Math.max(streak.longest, current),
    freezes: Math.min(freezesKept, kept + (earned ? 1 : 0)),
    lastDay: day,
    ...(freezeWeek === undefined ? {} : { freezeWeek }),
  }
}
