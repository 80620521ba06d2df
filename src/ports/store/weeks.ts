import type { WeekFigures } from '../../domain/week-figures.ts'

export type Weeks = {
  /** Over the days from `first` to `last`, both `2026-01-31` in the workspace's zone and both counted. */
  figures(workspaceId: number, first: string, last: string): Promise<WeekFigures>
}
