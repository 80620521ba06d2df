import { z } from 'zod'
import { replyPaths } from '../../chats/reply-path.ts'

/**
 * How a reply can be completed later. It holds the token of an interaction, with which anybody may speak in the app's
 * name for a quarter of an hour: keep it out of logs.
 */
const replyWay = z.object({
  /** Good for 15 minutes; when, in milliseconds, the interaction came. */
  interaction: z.object({ token: z.string().regex(/^[\w.:-]+$/), madeAt: z.number() }).optional(),
})

export const { write: writePath, read: readPath } = replyPaths(replyWay)
