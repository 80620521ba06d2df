import type { Played, WeekFigures } from '../../domain/week-figures.ts'

export type Weeks = {
  /** Over the days from `first` to `last`, both `2026-01-31` in the workspace's zone and both counted. */
  figures(workspaceId: number, first: string, last: string): Promise<WeekFigures>
  /** Only how much was played, over the same kind of days. */
  played(workspaceId: number, first: string, last: string): Promise<Played>
}
