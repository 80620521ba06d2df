import type { PackShares } from '../../../ports/store/packs.ts'
import { packShareTable, packTable } from '../schema/packs.ts'
import { and, desc, eq, gt, isNull, lte } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { withoutNulls } from '../sql/without-nulls.ts'

export function packShares({ db, atomically }: Session): PackShares {
  const { id: idColumn, workspaceId: ofWorkspace, packId: ofPack, sharedAt, takenAt } = packShareTable
  return {
    add: (share, { most, since }) =>
      atomically(async (part) => {
        // Locks the row, so that concurrent calls can't exceed the limit.
        await part.db
          .select({ id: packTable.id })
          .from(packTable)
          .where(eq(packTable.id, share.packId))
          .for('no key update')
        await part.db.delete(packShareTable).where(and(eq(ofPack, share.packId), lte(sharedAt, since)))
        const waits = and(eq(ofPack, share.packId), isNull(takenAt))
        if ((await part.db.$count(packShareTable, waits)) >= most) return undefined
        const [row] = await part.db.insert(packShareTable).values(share).returning()
        return row && withoutNulls(row)
      }),

    async list({ id, workspaceId }, since) {
      const rows = await db
        .select()
        .from(packShareTable)
        .where(and(eq(ofWorkspace, workspaceId), eq(ofPack, id), gt(sharedAt, since)))
        .orderBy(desc(idColumn))
      return rows.map(withoutNulls)
    },

    async find(id) {
      const [row] = await db.select().from(packShareTable).where(eq(idColumn, id))
      return row && withoutNulls(row)
    },

    async take(id, at, since) {
      const { rowCount } = await db
        .update(packShareTable)
        .set({ takenAt: at })
        .where(and(eq(idColumn, id), isNull(takenAt), gt(sharedAt, since)))
      return (rowCount ?? 0) > 0
    },

    async remove(workspaceId, id) {
      const { rowCount } = await db
        .delete(packShareTable)
        .where(and(eq(ofWorkspace, workspaceId), eq(idColumn, id), isNull(takenAt)))
      return (rowCount ?? 0) > 0
    },
  }
}
