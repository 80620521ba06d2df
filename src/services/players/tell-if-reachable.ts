import { isOutOfReach } from '../../domain/errors.ts'
import type { Place } from '../../domain/place.ts'
import type { ReplyPath } from '../../ports/chat.ts'
import type { Message } from '../../ports/message.ts'
import type { Deps } from '../deps.ts'

/**
 * Tells one person something, unless no way leads to them any more: then the log says so, because no later try would do
 * better. Throws a `ChatError` where the job should be tried again.
 */
export async function tellIfReachable(
  deps: Pick<Deps, 'chat' | 'log'>,
  player: Place,
  message: Message,
  { path, key }: { path?: ReplyPath | undefined; key: string },
): Promise<void> {
  try {
    await deps.chat.tell(player, message, path, key)
  } catch (error) {
    if (!isOutOfReach(error)) throw error
    deps.log.warn({ what: key, player, code: error.code }, 'a person cannot be reached')
  }
}
