import type { z } from 'zod'
import type { ReplyPath } from '../../ports/chat.ts'

/** Writes and reads reply paths. They contain the platform's credentials, so they must not be logged. */
export function replyPaths<Way extends object>(
  way: z.ZodType<Way>,
): {
  write(way: Way): ReplyPath
  /** Returns an empty object for a path from an older release or another adapter. */
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
