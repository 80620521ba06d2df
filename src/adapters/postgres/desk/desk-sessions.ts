import type { DeskSession, DeskSessions } from '../../../ports/store/desk-sessions.ts'
import { deskSessionTable } from '../schema/desk.ts'
import { and, eq, gt, isNull, lt } from '../sql/drizzle.ts'
import { requireRow } from '../sql/require-row.ts'
import type { Session } from '../sql/session.ts'
import { withoutNulls } from '../sql/without-nulls.ts'

export function deskSessions({ db }: Session): DeskSessions {
  const { id, playerId, keyHash, askedAt, openedAt } = deskSessionTable
  return {
    async ask({ forgetBefore, ...asked }) {
      await db.delete(deskSessionTable).where(lt(askedAt, forgetBefore))
      return sessionFrom(requireRow(await db.insert(deskSessionTable).values(asked).returning(), 'desk session', 0))
    },

    async find(wanted) {
      const [row] = await db.select().from(deskSessionTable).where(eq(id, wanted))
      return row && sessionFrom(row)
    },

    async open(wanted, use) {
      const [row] = await db
        .update(deskSessionTable)
        .set({ openedAt: use.at, keyHash: use.keyHash })
        .where(and(eq(id, wanted), isNull(openedAt), gt(askedAt, use.askedAfter)))
        .returning()
      return row && sessionFrom(row)
    },

    async ofKey(hash, openedAfter) {
      const [row] = await db
        .select()
        .from(deskSessionTable)
        .where(and(eq(keyHash, hash), gt(openedAt, openedAfter)))
      return row && sessionFrom(row)
    },

    async end(which) {
      await db.delete(deskSessionTable).where('id' in which ? eq(id, which.id) : eq(playerId, which.playerId))
    },
  }
}

function sessionFrom({ keyHash: _, ...row }: typeof deskSessionTable.$inferSelect): DeskSession {
  return withoutNulls(row)
}
