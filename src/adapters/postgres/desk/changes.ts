import type { Changes } from '../../../ports/store/changes.ts'
import { changeTable } from '../schema/desk.ts'
import { playerTable } from '../schema/players.ts'
import { and, desc, eq, getTableColumns, gt, lt } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'

export function changes({ db }: Session): Changes {
  return {
    async note(change) {
      const [row] = await db.insert(changeTable).values(change).returning({ id: changeTable.id })
      if (!row) throw new Error('an insert returned no row')
      return row.id
    },

    async find(id) {
      const [row] = await db.select().from(changeTable).where(eq(changeTable.id, id))
      return row
    },

    count(playerId, kind, since) {
      const { playerId: by, kind: what, at } = changeTable
      return db.$count(changeTable, and(eq(by, playerId), eq(what, kind), gt(at, since)))
    },

    latest(workspaceId, { before, limit }) {
      const mine = eq(changeTable.workspaceId, workspaceId)
      return db
        .select({ ...getTableColumns(changeTable), playerName: playerTable.name })
        .from(changeTable)
        .innerJoin(playerTable, eq(playerTable.id, changeTable.playerId))
        .where(before === undefined ? mine : and(mine, lt(changeTable.id, before)))
        .orderBy(desc(changeTable.id))
        .limit(limit)
    },
  }
}
