import { z } from 'zod'
import type { ReplyPath } from '../../ports/chat.ts'

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
