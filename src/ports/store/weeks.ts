import type { Played, WeekFigures } from '../../domain/week-figures.ts'

export type Weeks = {
  /** For the days from `first` to `last`, inclusive, both like `2026-01-31` in the workspace's zone. */
  figures(workspaceId: number, first: string, last: string): Promise<WeekFigures>
  /** Only how much was played, for the same kind of days. */
  played(workspaceId: number, first: string, last: string): Promise<Played>
}
