import type { Pauses } from '../../../ports/store/habits.ts'
import { pauseTable } from '../schema/habits.ts'
import { asc, eq } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'

export function pauses({ db, atomically }: Session): Pauses {
  return {
    of(playerId) {
      const { first, last } = pauseTable
      return db.select({ first, last }).from(pauseTable).where(eq(pauseTable.playerId, playerId)).orderBy(asc(first))
    },

    keep: ({ id: playerId, workspaceId }, kept) =>
      atomically(async (part) => {
        await part.db.delete(pauseTable).where(eq(pauseTable.playerId, playerId))
        if (kept.length === 0) return
        // If two presses are concurrent, one of them is kept.
        await part.db
          .insert(pauseTable)
          .values(kept.map((pause) => ({ playerId, workspaceId, ...pause })))
          .onConflictDoNothing()
      }),
  }
}
