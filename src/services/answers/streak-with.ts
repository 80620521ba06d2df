import { extendStreak } from '../../domain/habit/streak.ts'
import type { Graded, Sheet } from '../../ports/store/grading.ts'

/**
 * The player's streak after an answer; undefined if it doesn't change. Extra rounds neither extend nor break a streak.
 */
export function streakWith({ round, streak, asked }: Sheet): Graded['streak'] {
  if (round.kind !== 'scheduled') return undefined
  const after = extendStreak(streak, { day: round.localDate, channel: round.channelId }, asked)
  return after === streak ? undefined : { before: streak, after }
}
