import { ChatError, isOutOfReach, isRefused } from '../../domain/errors.ts'
import type { Place } from '../../domain/place.ts'
import type { ReplyPath } from '../../ports/chat.ts'
import type { Message } from '../../ports/message.ts'
import type { Deps } from '../deps.ts'

/** How long a message is retried if the chat refuses it for an unknown reason or rejects the app's token. */
const patienceMs = 24 * 60 * 60_000

/**
 * Sends one person a private message. If the person can't be reached, this logs the failure and returns false, because
 * a retry wouldn't help. `since` is the start of the retry period for errors that only the operator can fix; without
 * it, they aren't retried. Throws a `ChatError` if the job should be retried.
 */
export async function tellIfReachable(
  deps: Pick<Deps, 'chat' | 'clock' | 'log'>,
  player: Place,
  message: Message,
  { path, key, since }: { path?: ReplyPath | undefined; key: string; since?: Date },
): Promise<boolean> {
  try {
    await deps.chat.tell(player, message, path, key)
    return true
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    const waitedMs = since === undefined ? Infinity : deps.clock.now().getTime() - since.getTime()
    const ours = isRefused(error) || error.meaning === 'token-bad'
    if (!isOutOfReach(error) && !(ours && waitedMs > patienceMs)) throw error
    const level = ours ? 'error' : 'warn'
    deps.log[level]({ what: key, player, code: error.code, meaning: error.meaning }, 'a person cannot be reached')
    return false
  }
}
