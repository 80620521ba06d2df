import type { Played, WeekFigures } from '../../domain/week-figures.ts'

export type Weeks = {
  /** Covers the days from `first` to `last`, inclusive, both like `2026-01-31` in the workspace's zone. */
  figures(workspaceId: number, first: string, last: string): Promise<WeekFigures>
  /** Returns only the counts of players and answers, for the same kind of period. */
  played(workspaceId: number, first: string, last: string): Promise<Played>
}
