import { ChatError } from '../../domain/errors.ts'
import { type AskedQuestion, type QuestionSummary, unaskedCount } from '../../domain/pick-question.ts'
import { fewLeft } from '../../messages/schedule.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'

/** Fewer questions than this count as few. */
export const few = 10

/**
 * Warns a channel's admin once when few questions are left that were never asked there. The warning is repeated only
 * after the number was higher in between. If the admin can't be reached, the next question triggers another attempt.
 */
export async function warnFewLeft(
  deps: Pick<Deps, 'store' | 'chat' | 'log'>,
  channel: Channel,
  bank: readonly QuestionSummary[],
  history: readonly AskedQuestion[],
): Promise<void> {
  if (!channel.scheduledBy) return
  const left = unaskedCount(bank, history, channel.settings)
  if (left < few === channel.fewLeftTold) return
  try {
    if (left < few) {
      await deps.chat.tell(
        channel.scheduledBy,
        fewLeft(channel, left),
        undefined,
        `few-left-${channel.id}-${new Set(history.map(({ questionId }) => questionId)).size}`,
      )
    }
    await deps.store.channels.change(channel.id, { fewLeftTold: left < few })
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    deps.log.warn(
      { channel: channel.id, code: error.code },
      'an admin could not be notified that few questions are left',
    )
  }
}
