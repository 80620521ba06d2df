import { z } from 'zod'
import type { ReplyPath } from '../../ports/chat.ts'

/**
 * How a reply can be completed later. It holds the token of an interaction, with which anybody may speak in the app's
 * name for a quarter of an hour: keep it out of logs.
 */
const replyWay = z.object({
  /** Good for 15 minutes; when, in milliseconds, the interaction came. */
  interaction: z.object({ token: z.string().regex(/^[\w.:-]+$/), madeAt: z.number() }).optional(),
})

export type ReplyWay = z.infer<typeof replyWay>

export function writePath(way: ReplyWay): ReplyPath {
  return JSON.stringify(way)
}

/** What an older release wrote, or another adapter, is no way at all. */
export function readPath(path: ReplyPath | undefined): ReplyWay {
  if (path === undefined) return {}
  try {
    return replyWay.safeParse(JSON.parse(path)).data ?? {}
  } catch {
    return {}
  }
}
