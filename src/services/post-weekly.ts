import { localDay } from '../domain/calendar.ts'
import { weeklyBoard } from '../messages/weekly.ts'
import type { Channel } from '../ports/store/channels.ts'
import type { Workspace } from '../ports/store/workspaces.ts'
import type { Deps } from './deps.ts'

const rowsShown = 5

/**
 * Posts the board of the week that holds `day` in a channel. The chat recognises the key, so that running twice posts
 * once. Throws a `ChatError` where it should be tried again.
 */
export async function postWeekly(
  deps: Pick<Deps, 'store' | 'chat' | 'links'>,
  posted: { workspace: Workspace; channel: Channel; day: string; key: string },
): Promise<void> {
  const { workspace } = posted
  const query = { workspaceId: workspace.id, window: 'week', day: posted.day, teamScore: workspace.teamScore } as const
  const [teams, players] = await Promise.all([
    deps.store.boards.top({ ...query, by: 'teams' }, rowsShown),
    deps.store.boards.top({ ...query, by: 'players' }, rowsShown),
  ])
  const link = deps.links.board(workspace)
  const message = weeklyBoard({ teams, players, teamScore: workspace.teamScore, ...(link ? { link } : {}) })
  await deps.chat.post(posted.channel.ref, message, posted.key)
}

/** Posts what the week has brought so far, now. */
export async function postWeeklyNow(
  deps: Pick<Deps, 'store' | 'chat' | 'links' | 'clock'>,
  found: { workspace: Workspace; channel: Channel },
): Promise<void> {
  const now = deps.clock.now()
  const day = localDay(now, found.workspace.zone)
  await postWeekly(deps, { ...found, day, key: `weekly-${day}-${now.getTime()}` })
}
