import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Player, Players } from '../../ports/store/players.ts'
import { everythingOf } from './everything-of.ts'
import { forget } from './forget.ts'
import { only } from './only.ts'
import { recognise } from './recognise.ts'
import { playerTable } from './schema/players.ts'
import type { Session } from './session.ts'
import { withoutNulls } from './without-nulls.ts'

export function players(session: Session): Players {
  const { db, atomically } = session
  return {
    async recognise(workspaceId, { ref, name }) {
      return playerFrom(await recognise(session, playerTable, { workspaceId, ref, name }))
    },

    async find(id) {
      const [row] = await db.select().from(playerTable).where(eq(playerTable.id, id))
      return row && playerFrom(row)
    },

    async change(id, change) {
      const rows = await db.update(playerTable).set(change).where(eq(playerTable.id, id)).returning()
      return playerFrom(only(rows, 'player', id))
    },

    async beTeam(workspaceId, teamId, refs) {
      await db
        .update(playerTable)
        .set({ teamId: sql`case when ${inArray(playerTable.ref, ['', ...refs])} then ${teamId}::bigint end` })
        .where(
          and(
            eq(playerTable.workspaceId, workspaceId),
            or(eq(playerTable.teamId, teamId), inArray(playerTable.ref, ['', ...refs])),
          ),
        )
    },

    everythingOf: (id) => atomically((part) => everythingOf(part, id)),
    forget: (id) => atomically((part) => forget(part, id)),
  }
}

function playerFrom({ forgottenAt: _, ...row }: typeof playerTable.$inferSelect): Player {
  return withoutNulls(row)
}
