import { extendStreak } from '../../domain/habit/streak.ts'
import type { Graded, Sheet } from '../../ports/store/grading.ts'

/**
 * What an answer does to its player's streak; nothing where that stays as it is. Extra rounds neither extend nor break it.
 */
export function streakWith({ round, streak, scheduled }: Sheet): Graded['streak'] {
  if (round.kind !== 'scheduled') return undefined
  const { lastDay } = streak
  const missed = scheduled.filter((day) => day < round.localDate && (lastDay === undefined || day > lastDay))
  const after = extendStreak(streak, round.localDate, missed.length)
  return after === streak ? undefined : { before: streak, after }
}
