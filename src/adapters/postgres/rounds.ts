import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, ne, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Rounds } from '../../ports/store/rounds.ts'
import { only } from './only.ts'
import { roundTable } from './schema/rounds.ts'
import type { Session } from './session.ts'
import { withoutNulls } from './without-nulls.ts'

export function rounds({ db }: Session): Rounds {
  return {
    async create(round) {
      const [row] = await db.insert(roundTable).values(round).onConflictDoNothing().returning()
      return row && withoutNulls(row)
    },

    async find(id, lock) {
      const query = db.select().from(roundTable).where(eq(roundTable.id, id))
      const [row] = await (lock ? query.for('update') : query)
      return row && withoutNulls(row)
    },

    async change(id, change) {
      const rows = await db.update(roundTable).set(change).where(eq(roundTable.id, id)).returning()
      return withoutNulls(only(rows, 'round', id))
    },

    async latest(channelId, states, limit) {
      const rows = await db
        .select()
        .from(roundTable)
        .where(and(eq(roundTable.channelId, channelId), inArray(roundTable.state, states)))
        .orderBy(desc(roundTable.id))
        .limit(limit)
      return rows.map(withoutNulls)
    },

    /** A round that could not be posted was seen by nobody, and does not count. */
    history(channelId) {
      const askedAt = sql`max(coalesce(${roundTable.openedAt}, ${roundTable.createdAt}))`.mapWith(roundTable.createdAt)
      return db
        .select({ questionId: roundTable.questionId, askedAt })
        .from(roundTable)
        .where(and(eq(roundTable.channelId, channelId), ne(roundTable.state, 'failed')))
        .groupBy(roundTable.questionId)
        .orderBy(asc(askedAt))
    },

    /** Each kind has an index of its own, so that the many rounds that are fine are never looked at. */
    unfinished({ before, now, after, limit }) {
      const { id, state } = roundTable
      const those = (which: SQL | undefined) =>
        db
          .select({ id, state })
          .from(roundTable)
          .where(and(gt(id, after), which))
      return unionAll(
        those(and(eq(state, 'posting'), lt(roundTable.createdAt, before))),
        those(and(eq(state, 'open'), lte(roundTable.closesAt, now))),
        those(and(eq(state, 'closed'), isNull(roundTable.revealedAt))),
      )
        .orderBy(sql`id`)
        .limit(limit)
    },
  }
}
