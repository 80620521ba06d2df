import { z } from 'zod'
import { replyPaths } from '../../chats/reply-path.ts'

/**
 * How to complete a reply later. It contains an interaction's token, with which anybody can post in the app's name for
 * a quarter of an hour: keep it out of logs.
 */
const replyWay = z.object({
  /** Valid for 15 minutes from when, in milliseconds, the interaction came. */
  interaction: z.object({ token: z.string().regex(/^[\w.:-]+$/), madeAt: z.number() }).optional(),
})

export const { write: writePath, read: readPath } = replyPaths(replyWay)
