import { z } from 'zod'
import { replyPaths } from '../../chats/reply-path.ts'

/**
 * The ways to complete a reply later. It contains a `response_url`, with which anybody can post in the app's name for
 * half an hour, so it must not be logged.
 */
const replyWay = z.object({
  /** The open modal with its title, and when Slack sent the submission, in milliseconds. */
  view: z.object({ id: z.string(), title: z.string(), sentAt: z.number() }).optional(),
  /** Valid for five uses within 30 minutes. */
  responseUrl: z.object({ url: z.url({ protocol: /^https?$/ }), madeAt: z.number() }).optional(),
  channel: z.string().optional(),
  thread: z.string().optional(),
})

export type ReplyWay = z.infer<typeof replyWay>

export const { write: writePath, read: readPath } = replyPaths(replyWay)
