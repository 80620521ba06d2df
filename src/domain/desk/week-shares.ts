import { weekStarts, windowStart } from '../calendar.ts'
import type { TeamRound } from '../memory/team-memory.ts'

const weeksShown = 12

/** How the questions of one week did, in a whole workspace. */
export type WeekShare = {
  /** Its first day. */
  first: string
  rounds: number
  answered: number
  correct: number
}

/** The last twelve weeks, oldest first; the last is the week that contains `today`. */
export function weekShares(
  rounds: readonly Omit<TeamRound, 'topic' | 'difficulty'>[],
  today: string,
  weekStart = 1,
): WeekShare[] {
  const byWeek = Map.groupBy(rounds, ({ date }) => windowStart(date, 'week', weekStart))
  return weekStarts(today, weeksShown, weekStart).map((first) => {
    const own = byWeek.get(first) ?? []
    const sum = (of: 'answered' | 'correct') => own.reduce((all, round) => all + round[of], 0)
    return { first, rounds: own.length, answered: sum('answered'), correct: sum('correct') }
  })
}
