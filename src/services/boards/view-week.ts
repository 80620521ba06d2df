import { weekEnd, windowStart } from '../../domain/calendar.ts'
import type { Week } from '../../messages/weekly.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'

const rowsShown = 5

/** The content of the weekly post for the week that contains `day`. */
export async function viewWeek(
  deps: Pick<Deps, 'store' | 'bank' | 'links'>,
  workspace: Workspace,
  day: string,
): Promise<Week> {
  const { id: workspaceId, weekStart, teamScore } = workspace
  const [first, last] = [windowStart(day, 'week', weekStart), weekEnd(day, weekStart)]
  const query = { workspaceId, window: 'week', day, weekStart, teamScore } as const
  const [teams, players, figures] = await Promise.all([
    deps.store.boards.top({ ...query, by: 'teams' }, rowsShown),
    deps.store.boards.top({ ...query, by: 'players' }, rowsShown),
    deps.store.weeks.figures(workspaceId, first, last),
  ])
  const { hardest } = figures
  const asked = hardest && (await deps.bank.find({ workspaceId, ...hardest }))
  const link = deps.links.board(workspace)
  return {
    workspaceName: workspace.name,
    first,
    last,
    teams,
    players,
    teamScore,
    figures,
    ...(asked ? { hardestPrompt: asked.question.prompt } : {}),
    ...(link === undefined ? {} : { link }),
  }
}
