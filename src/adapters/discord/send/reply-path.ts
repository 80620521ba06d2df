import { z } from 'zod'
import { replyPaths } from '../../chats/reply-path.ts'

/**
 * The ways to complete a reply later. It contains an interaction's token, with which anybody can post in the app's name
 * for 15 minutes, so it must not be logged.
 */
const replyWay = z.object({
  /** Valid for 15 minutes after `madeAt` (in milliseconds), when the interaction arrived. */
  interaction: z.object({ token: z.string().regex(/^[\w.:-]+$/), madeAt: z.number() }).optional(),
})

export const { write: writePath, read: readPath } = replyPaths(replyWay)
