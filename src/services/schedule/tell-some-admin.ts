import type { Message } from '../../ports/message.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import { tellIfReachable } from '../players/tell-if-reachable.ts'

/** Older schedules are skipped, because their admins have probably left too. */
const mostTried = 5

/**
 * Notifies the admin who set the schedule of a channel. If they can't be reached, notifies one who set another schedule
 * of the workspace. If nobody can be reached, `me` and the Home tab still show the problem. Throws a `ChatError` if the
 * job should be retried.
 */
export async function tellSomeAdmin(
  deps: Pick<Deps, 'store' | 'chat' | 'clock' | 'log'>,
  channel: Channel,
  message: Message,
  key: string,
): Promise<void> {
  const others = await deps.store.channels.inWorkspace(channel.workspaceId)
  const admins = new Set([channel, ...others].flatMap(({ scheduledBy }) => scheduledBy ?? []))
  for (const admin of [...admins].slice(0, mostTried)) {
    if (await tellIfReachable(deps, admin, message, { key })) return
  }
  deps.log.warn({ channel: channel.id, what: key }, 'no admin could be notified')
}
