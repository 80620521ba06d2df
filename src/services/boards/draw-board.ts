import { boardDrawing } from '../../messages/picture/board-drawing.ts'
import type { Deps } from '../deps.ts'
import { publicBoard } from './public-board.ts'
import { viewBoard } from './view-board.ts'

/**
 * A picture takes a fifth of a second of processor time, so it is cached for some minutes, for a few boards at once.
 */
const holdsMs = 10 * 60_000
const kept = 50

/**
 * One per process. Draws this week's board of a workspace as anybody with the link may see it; undefined if there is
 * none.
 */
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
