import type { createWebServer } from '../adapters/web/index.ts'
import { readLink } from '../adapters/web/link-token.ts'
import { publicTopics } from '../domain/memory/topic-figures.ts'
import type { Workspace } from '../ports/store/workspaces.ts'
import { publicPast } from '../services/archive/public-past.ts'
import { createBoardDrawer } from '../services/boards/draw-board.ts'
import { publicBoard } from '../services/boards/public-board.ts'
import { viewBoard } from '../services/boards/view-board.ts'
import { viewTopics } from '../services/boards/view-topics.ts'
import type { Deps } from '../services/deps.ts'

type WebOptions = Parameters<typeof createWebServer>[0]

export function openBoards(
  deps: Deps,
  appSecret: string,
): Required<Pick<WebOptions, 'board' | 'boardPicture' | 'past'>> {
  const drawBoard = createBoardDrawer(deps)

  async function workspaceOf(token: string): Promise<Workspace | 'expired' | 'unknown'> {
    const read = readLink(appSecret, 'board', token, deps.clock.now())
    if (typeof read === 'string') return read
    const workspace = await deps.store.workspaces.find(read.id)
    if (!workspace) return 'unknown'
    return workspace.boardLinks === read.generation ? workspace : 'expired'
  }

  return {
    async board(token, choice) {
      const found = await workspaceOf(token)
      if (typeof found === 'string') return found
      const figures = await viewBoard(deps, found.id, choice)
      if (!figures) return 'unknown'
      const { workspace, ...shown } = publicBoard(figures, choice.by)
      const topics = publicTopics(await viewTopics(deps, workspace))
      return { by: choice.by, workspaceName: workspace.name, ...shown, topics }
    },

    async boardPicture(token) {
      const found = await workspaceOf(token)
      return typeof found === 'string' ? found : ((await drawBoard(found.id)) ?? 'unknown')
    },

    async past(token, from) {
      const found = await workspaceOf(token)
      if (typeof found === 'string') return found
      return { workspaceName: found.name, ...(await publicPast(deps, found.id, from)) }
    },
  }
}
