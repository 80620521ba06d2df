import { localDay, windowBefore } from '../domain/calendar.ts'
import { weeklyBoard } from '../messages/weekly.ts'
import type { Channel } from '../ports/store/channels.ts'
import type { Workspace } from '../ports/store/workspaces.ts'
import type { Deps } from './deps.ts'
import { nextWeekly } from './set-weekly.ts'

const rowsShown = 5

/**
 * Posts the board of the week before `date`, the local date on which it was due, and says when the next one is. The chat
 * recognises the key, so that running twice posts once. Throws a `ChatError` where it should be tried again.
 */
export async function postWeekly(
  deps: Pick<Deps, 'store' | 'chat' | 'links' | 'clock'>,
  workspaceId: number,
  date: string,
): Promise<void> {
  const workspace = await deps.store.workspaces.find(workspaceId)
  if (!workspace?.weekly.on) return
  const { channelId } = workspace.weekly
  const channel = channelId === undefined ? undefined : await deps.store.channels.find(channelId)
  const day = windowBefore(date, 'week')
  if (channel && day !== undefined) await post(deps, workspace, channel, day, `weekly-${workspace.id}-${date}`)
  await deps.store.workspaces.change(workspaceId, { nextWeeklyAt: nextWeekly(workspace, deps.clock.now()) ?? null })
}

/** Posts what the week has brought so far, now. */
export async function postWeeklyNow(
  deps: Pick<Deps, 'store' | 'chat' | 'links' | 'clock'>,
  { workspace, channel }: { workspace: Workspace; channel: Channel },
): Promise<void> {
  const now = deps.clock.now()
  await post(deps, workspace, channel, localDay(now, workspace.zone), `weekly-now-${now.getTime()}`)
}

async function post(
  deps: Pick<Deps, 'store' | 'chat' | 'links'>,
  workspace: Workspace,
  channel: Channel,
  day: string,
  key: string,
): Promise<void> {
  const query = { workspaceId: workspace.id, window: 'week', day, teamScore: workspace.teamScore } as const
  const [teams, players] = await Promise.all([
    deps.store.boards.top({ ...query, by: 'teams' }, rowsShown),
    deps.store.boards.top({ ...query, by: 'players' }, rowsShown),
  ])
  const link = deps.links.board(workspace)
  const message = weeklyBoard({ teams, players, teamScore: workspace.teamScore, ...(link ? { link } : {}) })
  await deps.chat.post(channel.ref, message, key)
}
