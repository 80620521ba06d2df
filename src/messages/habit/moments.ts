import type { Milestone } from '../../domain/habit/streak.ts'
import { counted } from '../rich.ts'
import { milestoneWords } from './milestone.ts'

/** The news about an answer: a streak, a new rank or a first correct answer. */
export type Moments = {
  /** The length of the streak that the answer extended, and the milestone it reached, if any. */
  streak?: { days: number; milestone?: Milestone } | undefined
  /** The new rank among this week's players, if the answer overtook a player. */
  newRank?: number
  /** Whether it is the player's first correct answer. */
  firstRight?: boolean
}

/** Whether to celebrate. On most days the lines are shown without a celebration. */
export function isMoment({ firstRight, streak, newRank }: Moments): boolean {
  return firstRight || streak?.milestone !== undefined || newRank === 1
}

export function momentLines({ firstRight, streak, newRank }: Moments): string[] {
  const lines: string[] = []
  if (firstRight) lines.push('🎉 Your first right answer here!')
  if (streak?.milestone) lines.push(milestoneWords[streak.milestone])
  else if (streak && streak.days > 1)
    lines.push(`🔥 ${counted(streak.days, 'question day', 'question days')} in a row.`)
  if (newRank === 1) lines.push('🏆 You’re in first place among this week’s players.')
  else if (newRank !== undefined) lines.push(`▲ You moved up to place ${newRank} among this week’s players.`)
  return lines
}
