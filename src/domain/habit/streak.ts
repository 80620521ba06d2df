/**
 * Days in a row on which a player answered a scheduled question anywhere in the workspace. A missed day uses up a
 * freeze; every five answered days earn one, with at most two in stock. A streak that breaks starts over, without
 * freezes, so one more answer never makes a streak shorter on any later day.
 */
export type Streak = {
  current: number
  longest: number
  freezes: number
  /**
   * Answered days toward the next freeze. Rows written by the release before lack it; there, freezes came with every
   * fifth day.
   */
  toward?: number
  /** The last day answered, `2026-01-31`. */
  lastDay?: string
  /** The last day answered in each channel, by channel id: where the player plays. */
  channels?: Readonly<Record<string, string>>
}

/** The days on which each channel asked something after the player's last answered day, by channel id. */
export type AskedDays = Readonly<Record<string, readonly string[]>>

const daysForFreeze = 5
const most = 2 * daysForFreeze

/**
 * Somebody plays in a channel if they answered there in so many past days. A channel that stops asking is forgotten
 * after this time.
 */
const playsDays = 30

export const noStreak: Streak = { current: 0, longest: 0, freezes: 0 }

/** The streak after an answer to what a channel asked on `day`. */
export function extendStreak(streak: Streak, answered: { day: string; channel: number }, asked: AskedDays): Streak {
  const { day, channel } = answered
  if (streak.lastDay !== undefined && streak.lastDay >= day) return playedToo(streak, answered)
  const missed = daysMissed(streak, day, asked)
  const left = savedOf(streak) - missed * daysForFreeze
  const bridged = streak.lastDay !== undefined && left >= 0
  const current = bridged ? streak.current + 1 : 1
  const saved = bridged ? Math.min(most, left + 1) : 1
  return {
    current,
    longest: Math.max(streak.longest, current),
    freezes: Math.floor(saved / daysForFreeze),
    toward: saved % daysForFreeze,
    lastDay: day,
    channels: { ...stillPlayed(streak, day), [channel]: day },
  }
}

/** The streak on a day before that day's answers; `asked` are days that are over and can't be answered any more. */
export function streakOn(streak: Streak, day: string, asked: AskedDays): Streak {
  if (streak.lastDay === undefined || streak.lastDay >= day) return streak
  const left = savedOf(streak) - daysMissed(streak, day, asked) * daysForFreeze
  if (left < 0) return { ...streak, current: 0, freezes: 0, toward: 0 }
  return { ...streak, freezes: Math.floor(left / daysForFreeze), toward: left % daysForFreeze }
}

/** The streak lengths that get a kind word. */
const milestones = [7, 30, 100, 365] as const
export type Milestone = (typeof milestones)[number]

export function milestoneOf({ current }: Streak): Milestone | undefined {
  return milestones.find((days) => days === current)
}

/** The highest milestone that a streak reached between `before` and `after` days. */
export function milestoneBetween(before: number, after: number): Milestone | undefined {
  return milestones.findLast((days) => before < days && days <= after)
}

/** A second channel on a day that already counts: from now on its days matter too. */
function playedToo(streak: Streak, { day, channel }: { day: string; channel: number }): Streak {
  const known = streak.channels?.[channel]
  if (known !== undefined && known >= day) return streak
  return { ...streak, channels: { ...streak.channels, [channel]: day } }
}

/** The fewest unanswered days in any of their channels: somebody who plays in several is measured by the kindest. */
function daysMissed(streak: Streak, day: string, asked: AskedDays): number {
  const { lastDay = '' } = streak
  const played = stillPlayed(streak, day)
  const counts = Object.entries(asked)
    .filter(([id]) => streak.channels === undefined || id in played)
    .map(([, days]) => days.filter((one) => one > lastDay && one < day).length)
  return counts.length === 0 ? 0 : Math.min(...counts)
}

function stillPlayed({ channels = {}, lastDay }: Streak, day: string): Record<string, string> {
  const oldest = daysBefore(day, playsDays)
  return Object.fromEntries(Object.entries(channels).filter(([, last]) => last >= oldest || last === lastDay))
}

function savedOf({ current, freezes, toward = current % daysForFreeze }: Streak): number {
  return Math.min(most, freezes * daysForFreeze + toward)
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 24 * 60 * 60_000).toISOString().slice(0, 10)
}
