import { z } from 'zod'
import { replyPaths } from '../../chats/reply-path.ts'

/**
 * How a reply can be completed later. It holds a `response_url`, with which anybody may speak in the app's name for
 * half an hour: keep it out of logs.
 */
const replyWay = z.object({
  /** The open modal, its title, and when (in milliseconds) Slack sent the submit. */
  view: z.object({ id: z.string(), title: z.string(), sentAt: z.number() }).optional(),
  /** Good for five uses within 30 minutes. */
  responseUrl: z.object({ url: z.url({ protocol: /^https?$/ }), madeAt: z.number() }).optional(),
  channel: z.string().optional(),
  thread: z.string().optional(),
})

export type ReplyWay = z.infer<typeof replyWay>

export const { write: writePath, read: readPath } = replyPaths(replyWay)
