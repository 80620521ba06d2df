import { weekStarts, windowStart } from '../calendar.ts'
import type { TeamRound } from '../memory/team-memory.ts'

const weeksShown = 12

export type WeekShare = {
  /** The first day of the week. */
  first: string
  rounds: number
  answered: number
  correct: number
}

/** The last twelve weeks, oldest first. The last one is the week that contains `today`. */
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
