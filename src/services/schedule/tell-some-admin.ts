import type { Message } from '../../ports/message.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import { tellIfReachable } from '../players/tell-if-reachable.ts'

/** No more are tried: somebody who set a schedule long ago is likely to be gone too. */
const mostTried = 5

/**
 * Tells the admin who set the schedule of a channel; if they can't be reached, one who set another schedule of the
 * workspace. If nobody can be told, `me` and the Home tab still show it. Throws a `ChatError` if it should be retried.
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
  deps.log.warn({ channel: channel.id, what: key }, 'no admin could be told')
}
