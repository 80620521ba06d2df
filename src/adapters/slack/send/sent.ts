import { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import { isShortMark, type Marks, shortMark } from '../../chats/marks.ts'
import type { SlackDeps } from '../deps.ts'

/** Marks our messages, so that a later try finds them: Slack has no idempotency keys. */
const metadataType = 'heroku_quiz'

/** A keyed mark, since any app in a workspace may write metadata of this type. */
export function metadataOf(marks: Marks, key: string): { event_type: string; event_payload: { key: string } } {
  return { event_type: metadataType, event_payload: { key: shortMark(marks, key) } }
}

/**
 * A job is retried within the hour. Slack gives distributed apps outside its marketplace at most 15, whatever they ask
 * for.
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
 * The `ts` of the message that an earlier try with this key left in the channel or thread. A process may be killed
 * between sending and saving, and then only the channel itself has a record.
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
    // Without permission to read a channel there is nothing to search: a rare duplicate question is better than none.
    if (!(error instanceof ChatError && (error.code === 'forbidden' || error.code === 'refused'))) throw error
    deps.log.warn({ channel, method, err: error }, 'the channel could not be searched for an earlier post')
    return undefined
  }
}
