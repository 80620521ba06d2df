import { nextSeason } from '../../domain/boards/season.ts'
import type { BoardSubject, Standing } from '../../domain/standings.ts'
import { seasonClosed } from '../../messages/season/closing.ts'
import { seasonPicture } from '../../messages/season/picture.ts'
import type { SeasonPlace, StoredSeason } from '../../ports/store/boards.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import { weeklyChannel } from '../boards/arrange-weekly.ts'
import { paint } from '../boards/paint.ts'
import { postIfWelcome } from '../boards/post-if-welcome.ts'
import type { Deps } from '../deps.ts'
import { closingOf } from './arrange-seasons.ts'
import { viewSeason } from './view-season.ts'

/** After this time, the winners are recorded but nothing is posted. */
const lateMs = 3 * 24 * 60 * 60 * 1000

type ClosingDeps = Pick<Deps, 'store' | 'chat' | 'painter' | 'links' | 'clock' | 'log'>

/**
 * Closes a finished season: posts its winners, records them for the hall of fame, and creates the next season.
 * Idempotent: the key prevents a second post, and a season closes only once. Throws a `ChatError` if the job should be
 * retried.
 */
export async function closeSeason(deps: ClosingDeps, seasonId: number): Promise<void> {
  const season = await deps.store.seasons.find(seasonId)
  const workspace = season && (await deps.store.workspaces.find(season.workspaceId))
  const now = deps.clock.now()
  if (!workspace || season.closedAt || now < season.closesAt) return
  const finished = await viewSeason(deps, workspace, season)
  const places = [...placesOf('teams', finished.teams), ...placesOf('players', finished.players)]
  const late = now.getTime() - season.closesAt.getTime()
  if (late > lateMs) {
    deps.log.warn(
      { workspace: workspace.id, season: season.startsOn, lateMs: late },
      'too late for the post about a season, skipped',
    )
  } else if (workspace.seasons !== 'off' && places.length > 0) {
    await post(deps, workspace, season, finished)
  }
  // Creates every season up to today, including those missed while no worker was running.
  if (workspace.seasons === season.length) {
    const next = nextSeason(season)
    await deps.store.seasons.begin({ ...next, workspaceId: workspace.id, closesAt: closingOf(next, workspace) })
  }
  await deps.store.seasons.close(season.id, now, places)
}

async function post(
  deps: ClosingDeps,
  workspace: Workspace,
  season: StoredSeason,
  finished: Parameters<typeof seasonClosed>[0],
): Promise<void> {
  const channel = await weeklyChannel(deps, workspace)
  if (!channel) return
  const key = `season-${workspace.id}-${season.length}-${season.startsOn}`
  await postIfWelcome(deps, channel, key, async () =>
    seasonClosed(finished, await paint(deps, seasonPicture(finished))),
  )
}

function placesOf(by: BoardSubject, standings: readonly Standing[]): SeasonPlace[] {
  return standings.map(({ subjectId, rank, points }) => ({ by, subjectId, rank, points }))
}
