import type { Milestone } from '../../domain/habit/streak.ts'
import { counted } from '../rich.ts'
import { milestoneWords } from './milestone.ts'

/** What an answer has just reached. */
export type Moments = {
  /** The days in a row that it has made, and whether they are a milestone. */
  streak?: { days: number; milestone?: Milestone } | undefined
  /** The place among this week's players that it has taken from somebody. */
  newRank?: number
  /** Whether no answer of theirs was right before. */
  firstRight?: boolean
}

/** Whether to celebrate: most days only tell. */
export function isMoment({ firstRight, streak, newRank }: Moments): boolean {
  return firstRight || streak?.milestone !== undefined || newRank === 1
}

export function momentLines({ firstRight, streak, newRank }: Moments): string[] {
  const lines: string[] = []
  if (firstRight) lines.push('🎉 Your first right answer here!')
  if (streak?.milestone) lines.push(milestoneWords[streak.milestone])
  else if (streak && streak.days > 1)
    lines.push(`🔥 ${counted(streak.days, 'question day', 'question days')} in a row.`)
  if (newRank === 1) lines.push('🏆 You’re first among this week’s players.')
  else if (newRank !== undefined) lines.push(`▲ You moved up to place ${newRank} among this week’s players.`)
  return lines
}
