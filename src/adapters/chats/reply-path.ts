import type { z } from 'zod'
import type { ReplyPath } from '../../ports/chat.ts'

/** Writes and reads the ways to complete a reply later. They hold what opens a platform's door: keep them out of logs. */
export function replyPaths<Way extends object>(
  way: z.ZodType<Way>,
): {
  write(way: Way): ReplyPath
  /** What an older release wrote, or another adapter, is no way at all. */
  read(path: ReplyPath | undefined): Partial<Way>
} {
  return {
    write: (made) => JSON.stringify(made),
    read(path) {
      if (path === undefined) return {}
      try {
        return way.safeParse(JSON.parse(path)).data ?? {}
      } catch {
        return {}
      }
    },
  }
}
