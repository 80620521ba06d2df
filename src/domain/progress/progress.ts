import type { Streak } from '../habit/streak.ts'
import type { ComingPractice } from '../practice.ts'
import type { TopicMemory } from './topics.ts'
import type { WeekProgress } from './weeks.ts'

export type ProgressFigures = {
  workspaceName: string
  /** The date in the workspace's zone, `2026-01-31`. */
  today: string
  /** Oldest first. */
  weeks: readonly WeekProgress[]
  best?: { first: string; points: number }
  streak: Streak
  goal?: number
  /** Best known first. */
  topics: readonly TopicMemory[]
  /** The next questions in practice, with their prompts. */
  coming: readonly (ComingPractice & { prompt: string })[]
  due: number
}
