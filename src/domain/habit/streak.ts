/**
 * The number of consecutive days on which a player answered a scheduled question anywhere in the workspace. A missed
 * day uses up a freeze. Five answered days earn a freeze, with at most two in stock. A broken streak starts again
 * without freezes, so an additional answer never makes a later streak shorter.
 */
export type Streak = {
  current: number
  longest: number
  freezes: number
  /**
   * Answered days toward the next freeze. Rows from an older release don't have it: there, every fifth day earned a
   * freeze.
   */
  toward?: number
  /** The last answered day, `2026-01-31`. */
  lastDay?: string
  /** The last answered day in each channel, by channel id. */
  channels?: Readonly<Record<string, string>>
}

/** The days on which each channel asked a question after the player's last answered day, by channel id. */
export type AskedDays = Readonly<Record<string, readonly string[]>>

const daysForFreeze = 5
const most = 2 * daysForFreeze

/** A player plays in a channel if they answered there within this number of days. Older channels are removed. */
const playsDays = 30

export const noStreak: Streak = { current: 0, longest: 0, freezes: 0 }

/** The streak after an answer to a channel's question of `day`. */
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

/** The streak on a day before any answer on that day. `asked` has only days whose questions are closed. */
export function streakOn(streak: Streak, day: string, asked: AskedDays): Streak {
  if (streak.lastDay === undefined || streak.lastDay >= day) return streak
  const left = savedOf(streak) - daysMissed(streak, day, asked) * daysForFreeze
  if (left < 0) return { ...streak, current: 0, freezes: 0, toward: 0 }
  return { ...streak, freezes: Math.floor(left / daysForFreeze), toward: left % daysForFreeze }
}

/** Streak lengths that are celebrated. */
const milestones = [7, 30, 100, 365] as const
export type Milestone = (typeof milestones)[number]

export function milestoneOf({ current }: Streak): Milestone | undefined {
  return milestones.find((days) => days === current)
}

/** The highest milestone that a streak reached between `before` and `after` days. */
export function milestoneBetween(before: number, after: number): Milestone | undefined {
  return milestones.findLast((days) => before < days && days <= after)
}

function playedToo(streak: Streak, { day, channel }: { day: string; channel: number }): Streak {
  const known = streak.channels?.[channel]
  if (known !== undefined && known >= day) return streak
  return { ...streak, channels: { ...streak.channels, [channel]: day } }
}

/** The number of missed days in the channel where the player missed the fewest. */
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
