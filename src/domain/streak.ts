/**
 * Scheduled days in a row on which a player answered. A missed day is bridged by a freeze; one freeze is earned for
 * each working week, five answered days in a row, and at most two are kept. Days without a round never break a streak.
 */
export type Streak = {
  current: number
  longest: number
  freezes: number
  /** The last scheduled day answered, `2026-01-31`. */
  lastDay?: string
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
  const earned = current % daysForFreeze === 0 ? 1 : 0
  return {
    current,
    longest: Math.max(streak.longest, current),
    freezes: Math.min(freezesKept, kept + earned),
    lastDay: day,
  }
}
