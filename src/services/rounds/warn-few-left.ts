import { ChatError } from '../../domain/errors.ts'
import { unaskedCount } from '../../domain/pick-question.ts'
import { fewLeft } from '../../messages/schedule.ts'
import { choiceOf } from '../bank.ts'
import type { Deps } from '../deps.ts'

/** Fewer questions than this count as few. */
export const few = 10

/**
 * Tells a channel's admin, once, when few questions are left that were never asked there; again only if there were more
 * in between. An admin who can't be reached today is tried again with the next question.
 */
export async function warnFewLeft(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'log'>,
  channelId: number,
): Promise<void> {
  const channel = await deps.store.channels.find(channelId)
  if (!channel?.scheduledBy) return
  const [bank, history] = await Promise.all([
    deps.bank.current(choiceOf(channel)),
    deps.store.rounds.history(channelId),
  ])
  const left = unaskedCount(bank, history, channel.settings)
  if (left < few === channel.fewLeftTold) return
  try {
    if (left < few) {
      await deps.chat.tell(
        channel.scheduledBy,
        fewLeft(channel, left),
        undefined,
        `few-left-${channelId}-${history.length}`,
      )
    }
    await deps.store.channels.change(channelId, { fewLeftTold: left < few })
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    deps.log.warn({ channel: channelId, code: error.code }, 'an admin could not be told that few questions are left')
  }
}
