import type { Shares } from '../../../ports/store/habits.ts'
import { shareTable } from '../schema/habits.ts'
import { and, asc, eq, gt, isNull, lt } from '../sql/drizzle.ts'
import { requireRow } from '../sql/require-row.ts'
import type { Session } from '../sql/session.ts'
import { withoutNulls } from '../sql/without-nulls.ts'

export function shares({ db }: Session): Shares {
  return {
    async add(share) {
      const [row] = await db.insert(shareTable).values(share).onConflictDoNothing().returning()
      if (row) return { share: withoutNulls(row), repeated: false }
      const { roundId, playerId } = share
      const rows = await db
        .select()
        .from(shareTable)
        .where(and(eq(shareTable.roundId, roundId), eq(shareTable.playerId, playerId)))
      return { share: withoutNulls(requireRow(rows, 'share of round', roundId)), repeated: true }
    },

    async find(id) {
      const [row] = await db.select().from(shareTable).where(eq(shareTable.id, id))
      return row && withoutNulls(row)
    },

    async done(id, at) {
      await db.update(shareTable).set({ doneAt: at }).where(eq(shareTable.id, id))
    },

    undone({ before, after, limit }) {
      return db
        .select({ id: shareTable.id, workspaceId: shareTable.workspaceId })
        .from(shareTable)
        .where(and(isNull(shareTable.doneAt), lt(shareTable.pressedAt, before), gt(shareTable.id, after)))
        .orderBy(asc(shareTable.id))
        .limit(limit)
    },
  }
}
