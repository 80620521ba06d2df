import { isOutOfReach, isRefused } from '../../domain/errors.ts'
import { boardNotPosted } from '../../messages/closed-channel.ts'
import type { Message } from '../../ports/message.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import { tellSomeAdmin } from '../schedule/tell-some-admin.ts'

/**
 * Posts a board. If the channel refuses it, this isn't retried, but the next board may be accepted. An admin is
 * notified once, unless they were already notified about the daily question in the same channel.
 */
export async function postIfWelcome(
  deps: Pick<Deps, 'store' | 'chat' | 'clock' | 'log'>,
  channel: Channel,
  key: string,
  make: () => Promise<Message>,
): Promise<void> {
  const troubled = channel.pausedBecause !== undefined
  try {
    await deps.chat.post(channel.ref, await make(), key)
    if (!channel.schedule && troubled) await deps.store.channels.change(channel.id, { pausedBecause: null })
  } catch (error) {
    if (!isOutOfReach(error) && !isRefused(error)) throw error
    const { code, meaning, word } = error
    deps.log.warn({ channel: channel.id, key, code, meaning, word }, 'the weekly board could not be posted')
    if (channel.schedule || troubled) return
    await tellSomeAdmin(deps, channel, boardNotPosted(channel, error), `board-${key}`)
    await deps.store.channels.change(channel.id, { pausedBecause: meaning })
  }
}
