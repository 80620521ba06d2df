import type { Milestone } from '../../domain/habit/streak.ts'

export const milestoneWords: Record<Milestone, string> = {
  7: '🔥 Seven question days in a row. That’s a habit in the making.',
  30: '🔥 Thirty question days in a row. Good to see you every day.',
  100: '🔥 A hundred question days in a row. Not many people get this far.',
  365: '🔥 365 question days in a row. Thank you for sticking with it.',
}
