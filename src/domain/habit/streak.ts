/**
 * Days in a row on which a player answered something that a schedule asked, wherever in the workspace. A day that was
 * missed takes a freeze; every five answered days earn one, and two are kept at most. A streak that breaks starts anew,
 * without freezes: so one more answer never makes a streak shorter, on any later day.
 */
export type Streak = {
  current: number
  longest: number
  freezes: number
  /** Answered days toward the next freeze. Rows of the release before have none, and freezes came with every fifth day. */
  toward?: number
  /** The last day answered, `2026-01-31`. */
  lastDay?: string
  /** The last day answered in each channel, by the channel's id: where the player plays. */
  channels?: Readonly<Record<string, string>>
}

/** The days on which each channel asked something after the player's last answered day, by the channel's id. */
export type AskedDays = Readonly<Record<string, readonly string[]>>

const daysForFreeze = 5
const most = 2 * daysForFreeze

/** Somebody plays where they answered in so many days before. A channel that asks no more is forgotten in this time. */
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

/** The streak as it is on a day before anything was answered on it; `asked` are the days that nobody can answer any more. */
export function streakOn(streak: Streak, day: string, asked: AskedDays): Streak {
  if (streak.lastDay === undefined || streak.lastDay >= day) return streak
  const left = savedOf(streak) - daysMissed(streak, day, asked) * daysForFreeze
  if (left < 0) return { ...streak, current: 0, freezes: 0, toward: 0 }
  return { ...streak, freezes: Math.floor(left / daysForFreeze), toward: left % daysForFreeze }
}

/** The days in a row that get a kind word. */
const milestones = [7, 30, 100, 365] as const
export type Milestone = (typeof milestones)[number]

export function milestoneOf({ current }: Streak): Milestone | undefined {
  return milestones.find((days) => days === current)
}

/** The highest milestone that a streak of `after` days reached on the way from `before`. */
export function milestoneBetween(before: number, after: number): Milestone | undefined {
  return milestones.findLast((days) => before < days && days <= after)
}

/** A second channel on a day that counts already: from now on its days are days of theirs too. */
function playedToo(streak: Streak, { day, channel }: { day: string; channel: number }): Streak {
  const known = streak.channels?.[channel]
  if (known !== undefined && known >= day) return streak
  return { ...streak, channels: { ...streak.channels, [channel]: day } }
}

/** The fewest days that one of their channels asked in vain: who plays in several is measured by the kindest. */
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
