import type { Streak } from '../habit/streak.ts'
import type { ComingPractice } from '../practice.ts'
import type { TopicMemory } from './topics.ts'
import type { WeekProgress } from './weeks.ts'

/** What somebody's progress page shows. */
export type ProgressFigures = {
  workspaceName: string
  /** The date in the workspace's zone, `2026-01-31`. */
  today: string
  /** Oldest first. */
  weeks: readonly WeekProgress[]
  best?: { first: string; points: number }
  streak: Streak
  goal?: number
  /** The firmest first. */
  topics: readonly TopicMemory[]
  /** What practice asks next, with the words of the questions. */
  coming: readonly (ComingPractice & { prompt: string })[]
  /** How many questions practice has due now. */
  due: number
}
