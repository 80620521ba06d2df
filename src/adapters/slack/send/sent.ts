import { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import { isShortMark, type Marks, shortMark } from '../../chats/marks.ts'
import type { SlackDeps } from '../deps.ts'

/** Marks our messages, so that a later try can find them. Slack has no idempotency keys. */
const metadataType = 'heroku_quiz'

/** Creates a keyed mark, because any app in a workspace may write metadata of this type. */
export function metadataOf(marks: Marks, key: string): { event_type: string; event_payload: { key: string } } {
  return { event_type: metadataType, event_payload: { key: shortMark(marks, key) } }
}

/**
 * Retries happen within an hour, so older messages aren't needed. Slack returns at most 15 messages to distributed
 * apps outside its marketplace.
 */
const mostMessages = 100

const page = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.object({ key: z.string() }).nullish().catch(undefined) })
        .nullish()
        .catch(undefined),
    }),
  ),
})

/**
 * Returns the `ts` of the message that an earlier try with this key sent. If the process was killed before it saved the
 * message, only the channel or thread itself contains it.
 */
export async function findSent(
  deps: Pick<SlackDeps, 'web' | 'marks' | 'log'>,
  where: { team: string; channel: string; thread?: string },
  key: string,
): Promise<string | undefined> {
  const { team, channel, thread } = where
  const method = thread === undefined ? 'conversations.history' : 'conversations.replies'
  const args = {
    channel,
    include_all_metadata: true,
    limit: mostMessages,
    ...(thread === undefined ? {} : { ts: thread }),
  }
  try {
    const { messages } = await deps.web.call(team, method, args, page)
    const found = messages.find(
      ({ metadata }) =>
        metadata?.event_type === metadataType && isShortMark(deps.marks, key, metadata.event_payload?.key ?? ''),
    )
    return found?.ts
  } catch (error) {
    // The app may lack permission to read the channel. A rare duplicate question is better than none.
    if (!(error instanceof ChatError && (error.code === 'forbidden' || error.code === 'refused'))) throw error
    deps.log.warn({ channel, method, err: error }, 'the channel could not be searched for an earlier post')
    return undefined
  }
}
