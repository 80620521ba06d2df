import { nextSeason, type Season, seasonEnd, seasonOf } from '../../domain/boards/season.ts'
import { localDay } from '../../domain/calendar.ts'
import { postMoment } from '../../domain/schedule.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'

/** Answers of the last evening are graded by then. */
const earliest = '00:15'

/** When a season is closed: on the day after its last day, at the time of the weekly leaderboard. */
export function closingOf(season: Season, { zone, weekly }: Pick<Workspace, 'zone' | 'weekly'>): Date {
  const time = weekly.time < earliest ? earliest : weekly.time
  return postMoment({ time, zone }, nextSeason(season).startsOn)
}

/**
 * Makes sure that today's season exists if a workspace has seasons, and that each closes at the right moment, after
 * something it depends on has changed. A season that is over stays until it is closed; a current one of a different
 * length is dropped.
 */
export async function arrangeSeasons(deps: Pick<Deps, 'store' | 'clock'>, workspaceId: number): Promise<void> {
  const { seasons } = deps.store
  const workspace = await deps.store.workspaces.find(workspaceId)
  if (!workspace) return
  const today = localDay(deps.clock.now(), workspace.zone)
  const unclosed = await seasons.unclosed(workspaceId)
  for (const season of unclosed) {
    const isOver = seasonEnd(season) < today
    if (!isOver && season.length !== workspace.seasons) await seasons.drop(season.id)
    else await seasons.begin({ ...keyOf(season), workspaceId, closesAt: closingOf(season, workspace) })
  }
  if (workspace.seasons === 'off') return
  const running = seasonOf(today, workspace.seasons)
  await seasons.begin({ ...running, workspaceId, closesAt: closingOf(running, workspace) })
}

function keyOf({ length, startsOn }: Season): Season {
  return { length, startsOn }
}
