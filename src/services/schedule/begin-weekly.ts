import type { Schedule } from '../../domain/calendar.ts'
import { weekStartOf } from '../../domain/schedule.ts'
import { arrangeWeekly, nextWeekly } from '../boards/arrange-weekly.ts'
import type { Deps } from '../deps.ts'
import { arrangeSeasons } from '../seasons/arrange-seasons.ts'

/** What a workspace's first schedule sets for the whole workspace. */
export type FirstWeekly = {
  /** When the first weekly board is posted, and its zone. */
  weekly?: { next: Date; zone: string }
  /** The zone in which the workspace's days begin from now on. */
  zoneOfDays?: string
  /** The zone in which the workspace's days still begin, although the schedule's is another. Never with a first schedule. */
  zoneStays?: string
  /** The first day of the workspace's weeks, if it has just been set to a day other than Monday. */
  weekStart?: number
}

/** If a workspace has never set its time zone or week start, its first schedule sets them. */
export async function beginWeekly(
  deps: Pick<Deps, 'store' | 'clock'>,
  workspaceId: number,
  schedule: Schedule | undefined,
): Promise<FirstWeekly> {
  const known = await deps.store.workspaces.find(workspaceId)
  if (!known || !schedule) return {}
  const { zone } = schedule
  const moves = known.zone === 'UTC' && zone !== 'UTC'
  const weekStart = weekStartOf(schedule.weekdays)
  const shifts = known.weekStart === 1 && weekStart !== 1
  const change = {
    ...(moves && { zone }),
    ...(shifts && { weekStart, weekly: { ...known.weekly, day: weekStart } }),
  }
  const workspace = moves || shifts ? await deps.store.workspaces.change(workspaceId, change) : known
  await arrangeWeekly(deps, workspaceId)
  await arrangeSeasons(deps, workspaceId)
  const next = nextWeekly(workspace, deps.clock.now())
  return {
    ...(next ? { weekly: { next, zone: workspace.zone } } : {}),
    ...(moves && { zoneOfDays: zone }),
    ...(shifts && { weekStart }),
  }
}
