import type { Hints } from '../../ports/store/answers.ts'
import { hintTable } from './schema/hints.ts'
import { and, eq } from './sql/drizzle.ts'
import type { Session } from './sql/session.ts'

export function hints({ db }: Session): Hints {
  return {
    async take(roundId, playerId) {
      const taken = await db.insert(hintTable).values({ roundId, playerId }).onConflictDoNothing().returning()
      return taken.length > 0
    },

    async taken(roundId, playerId) {
      const found = await db
        .select({ roundId: hintTable.roundId })
        .from(hintTable)
        .where(and(eq(hintTable.roundId, roundId), eq(hintTable.playerId, playerId)))
      return found.length > 0
    },
  }
}
