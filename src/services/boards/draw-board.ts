import { boardDrawing } from '../../messages/picture/board-drawing.ts'
import type { Deps } from '../deps.ts'
import { publicBoard } from './public-board.ts'
import { viewBoard } from './view-board.ts'

/** Rendering takes 200 ms of CPU time, so the pictures of a few boards are cached for some minutes. */
const holdsMs = 10 * 60_000
const kept = 50

/** Use one per process. Draws this week's public board of a workspace; returns undefined if there is none. */
export function createBoardDrawer(
  deps: Pick<Deps, 'store' | 'clock' | 'painter'>,
): (workspaceId: number) => Promise<Uint8Array | undefined> {
  const drawn = new Map<number, { picture: Promise<Uint8Array | undefined>; until: number }>()

  async function draw(workspaceId: number): Promise<Uint8Array | undefined> {
    const teams = await viewBoard(deps, workspaceId, { window: 'week', by: 'teams' })
    if (!teams) return undefined
    const by = teams.standings.length > 0 ? 'teams' : 'players'
    const figures = by === 'teams' ? teams : await viewBoard(deps, workspaceId, { window: 'week', by })
    if (!figures) return undefined
    const { workspace, standings } = publicBoard(figures, by)
    return deps.painter.png(boardDrawing(workspace.name, by, standings))
  }

  return (workspaceId) => {
    const now = deps.clock.now().getTime()
    const known = drawn.get(workspaceId)
    if (known && now < known.until) return known.picture
    const picture = draw(workspaceId)
    drawn.delete(workspaceId)
    drawn.set(workspaceId, { picture, until: now + holdsMs })
    picture.catch(() => drawn.delete(workspaceId))
    const [oldest] = drawn.keys()
    if (drawn.size > kept && oldest !== undefined) drawn.delete(oldest)
    return picture
  }
}
