import { type Season, seasonEnd } from '../../domain/boards/season.ts'
import type { Standing } from '../../domain/standings.ts'
import type { FinishedSeason } from '../../messages/season/closing.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'

const ranksShown = 3
/** Limits how many tied winners are named and recorded. */
const placesMost = 50

/** The content of a season's closing post. Boards are empty if nobody has points. */
export async function viewSeason(
  deps: Pick<Deps, 'store' | 'links'>,
  workspace: Workspace,
  season: Season,
): Promise<FinishedSeason> {
  const { id: workspaceId, teamScore } = workspace
  const query = { workspaceId, window: season.length, day: season.startsOn, teamScore } as const
  const [teams, players, played] = await Promise.all([
    deps.store.boards.top({ ...query, by: 'teams' }, placesMost),
    deps.store.boards.top({ ...query, by: 'players' }, placesMost),
    deps.store.weeks.played(workspaceId, season.startsOn, seasonEnd(season)),
  ])
  const link = deps.links.board(workspace)
  return {
    workspaceName: workspace.name,
    season,
    teams: honored(teams),
    players: honored(players),
    teamScore,
    played,
    ...(link === undefined ? {} : { link }),
  }
}

function honored(standings: readonly Standing[]): Standing[] {
  return standings.filter(({ rank }) => rank <= ranksShown)
}
