import type { z } from 'zod'
import type { ReplyPath } from '../../ports/chat.ts'

/** Writes and reads reply paths. They contain credentials for the platform: keep them out of logs. */
export function replyPaths<Way extends object>(
  way: z.ZodType<Way>,
): {
  write(way: Way): ReplyPath
  /** Anything written by an older release or another adapter isn't a valid path. */
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
