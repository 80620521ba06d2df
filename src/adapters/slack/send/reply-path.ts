import { z } from 'zod'
import { replyPaths } from '../../chats/reply-path.ts'

/**
 * How to complete a reply later. It contains a `response_url`, with which anybody can post in the app's name for half
 * an hour: keep it out of logs.
 */
const replyWay = z.object({
  /** The open modal, its title, and when (in milliseconds) Slack sent the submission. */
  view: z.object({ id: z.string(), title: z.string(), sentAt: z.number() }).optional(),
  /** Valid for five uses within 30 minutes. */
  responseUrl: z.object({ url: z.url({ protocol: /^https?$/ }), madeAt: z.number() }).optional(),
  channel: z.string().optional(),
  thread: z.string().optional(),
})

export type ReplyWay = z.infer<typeof replyWay>

export const { write: writePath, read: readPath } = replyPaths(replyWay)
