import { nextPost } from '../../domain/schedule.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'

/** When the board is posted next; undefined if it is off. */
export function nextWeekly(workspace: Pick<Workspace, 'weekly' | 'zone'>, after: Date): Date | undefined {
  const { on, day, time } = workspace.weekly
  return on ? nextPost({ time, zone: workspace.zone, weekdays: [day], skip: [] }, after) : undefined
}

/**
 * The channel of the weekly post: the one that an admin chose, or the one whose schedule asked most recently. Undefined
 * if no admin chose one and nothing is scheduled, because such a workspace has stopped using the quiz.
 */
export async function weeklyChannel(deps: Pick<Deps, 'store'>, workspace: Workspace): Promise<Channel | undefined> {
  const { channelId } = workspace.weekly
  if (channelId !== undefined) return deps.store.channels.find(channelId)
  const askedLast = await deps.store.channels.askedLast(workspace.id)
  if (askedLast?.schedule) return askedLast
  return (await deps.store.channels.inWorkspace(workspace.id)).findLast(({ schedule }) => schedule !== undefined)
}

/** Recalculates when the weekly post is due. Call it after changing anything that the time depends on. */
export async function arrangeWeekly(deps: Pick<Deps, 'store' | 'clock'>, workspaceId: number): Promise<void> {
  const workspace = await deps.store.workspaces.find(workspaceId)
  if (!workspace) return
  const wanted = (await weeklyChannel(deps, workspace)) !== undefined
  const next = wanted ? nextWeekly(workspace, deps.clock.now()) : undefined
  await deps.store.workspaces.change(workspaceId, { nextWeeklyAt: next ?? null })
}
