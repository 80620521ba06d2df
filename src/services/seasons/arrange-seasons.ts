import { nextSeason, type Season, seasonEnd, seasonOf } from '../../domain/boards/season.ts'
import { localDay } from '../../domain/calendar.ts'
import { postMoment } from '../../domain/schedule.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'

/** Late enough for the last evening's answers to be graded. */
const earliest = '00:15'

/** When a season closes: on the day after its last day, at the time of the weekly leaderboard. */
export function closingOf(season: Season, { zone, weekly }: Pick<Workspace, 'zone' | 'weekly'>): Date {
  const time = weekly.time < earliest ? earliest : weekly.time
  return postMoment({ time, zone }, nextSeason(season).startsOn)
}

/**
 * Creates today's season if the workspace has seasons, and updates when each season closes. Call it after changing
 * anything that the time depends on. A finished season stays until it is closed. A current one of a different length is
 * deleted.
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
