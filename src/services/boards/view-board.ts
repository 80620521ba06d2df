import { spanOf } from '../../domain/boards/season.ts'
import { localDay, weekStarts } from '../../domain/calendar.ts'
import type { AskedWindow, BoardSubject, Standing } from '../../domain/standings.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'
import { type SeasonView, viewHall } from '../seasons/view-hall.ts'

const rowsShown = 100
const weeksShown = 8
const linesShown = 5

export type BoardFigures = {
  workspace: Workspace
  /** The requested window, or the week if a season was requested and the workspace has none. */
  window: AskedWindow
  standings: Standing[]
  weeks: { days: string[]; lines: { name: string; points: number[] }[] }
  season?: SeasonView
}

/** A workspace's board for the page; undefined if the workspace doesn't exist. */
export async function viewBoard(
  deps: Pick<Deps, 'store' | 'clock'>,
  workspaceId: number,
  wanted: { window: AskedWindow; by: BoardSubject },
): Promise<BoardFigures | undefined> {
  const workspace = await deps.store.workspaces.find(workspaceId)
  if (!workspace) return undefined
  const today = localDay(deps.clock.now(), workspace.zone)
  const span = spanOf(wanted.window, workspace.seasons)
  const { weekStart, teamScore } = workspace
  const query = { workspaceId, by: wanted.by, window: span ?? 'week', day: today, weekStart, teamScore }
  const standings = await deps.store.boards.top(query, rowsShown)
  const days = weekStarts(today, weeksShown, weekStart)
  const leading = standings.slice(0, linesShown)
  const weekly = await deps.store.boards.weeklyPoints(
    query,
    leading.map(({ subjectId }) => subjectId),
    days,
  )
  const lines = leading.map(({ name }, line) => ({ name, points: weekly[line] ?? [] }))
  const season = await viewHall(deps, workspace)
  const window = span === undefined ? 'week' : wanted.window
  return { workspace, window, standings, weeks: { days, lines }, ...(season ? { season } : {}) }
}
