import type { Suggestions } from '../../../ports/store/packs.ts'
import { suggestionTable } from '../schema/packs.ts'
import { playerTable } from '../schema/players.ts'
import { workspaceTable } from '../schema/workspaces.ts'
import { and, asc, desc, eq, getTableColumns, gt, isNotNull, isNull, lt, ne, or } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { withoutNulls } from '../sql/without-nulls.ts'

export function suggestions(session: Session): Suggestions {
  const { db, atomically } = session
  const { id: idColumn, workspaceId: ofWorkspace, playerId: ofPlayer, state } = suggestionTable
  return {
    add: (suggestion, most) =>
      atomically(async (part) => {
        // Locks the workspace, so that concurrent calls can't exceed the limit.
        const inWorkspace = eq(workspaceTable.id, suggestion.workspaceId)
        await part.db.select({ id: workspaceTable.id }).from(workspaceTable).where(inWorkspace).for('no key update')
        const waits = eq(state, 'waiting')
        const [theirs, all] = await Promise.all([
          part.db.$count(suggestionTable, and(waits, eq(ofPlayer, suggestion.playerId))),
          part.db.$count(suggestionTable, and(waits, eq(ofWorkspace, suggestion.workspaceId))),
        ])
        if (theirs >= most.ofPlayer || all >= most.ofWorkspace) return undefined
        const [row] = await part.db.insert(suggestionTable).values(suggestion).returning()
        return row && withoutNulls(row)
      }),

    async find(id) {
      const [row] = await db.select().from(suggestionTable).where(eq(idColumn, id))
      return row && withoutNulls(row)
    },

    async list(workspaceId, wanted, limit) {
      const rows = await db
        .select({ ...getTableColumns(suggestionTable), author: playerTable.name })
        .from(suggestionTable)
        .innerJoin(playerTable, eq(playerTable.id, ofPlayer))
        .where(and(eq(ofWorkspace, workspaceId), eq(state, wanted), isNull(suggestionTable.questionId)))
        .orderBy(wanted === 'waiting' ? asc(idColumn) : desc(idColumn))
        .limit(limit)
      return rows.map(withoutNulls)
    },

    async decide(workspaceId, id, { note, ...decision }) {
      const [row] = await db
        .update(suggestionTable)
        .set({ ...decision, note: note ?? null })
        .where(and(eq(ofWorkspace, workspaceId), eq(idColumn, id), eq(state, 'waiting')))
        .returning()
      return row && withoutNulls(row)
    },

    ...credits(session),
    ...notices(session),
  }
}

function credits({ db }: Session): Pick<Suggestions, 'published' | 'authorOf' | 'asked'> {
  const { id: idColumn, workspaceId: ofWorkspace, playerId, questionId: ofQuestion, askedAt } = suggestionTable
  const isOf = (workspaceId: number, questionId: string) =>
    and(eq(ofWorkspace, workspaceId), eq(ofQuestion, questionId))
  return {
    async published(workspaceId, id, questionId) {
      const isTaken = and(eq(ofWorkspace, workspaceId), eq(idColumn, id), eq(suggestionTable.state, 'taken'))
      await db
        .update(suggestionTable)
        .set({ questionId })
        .where(and(isTaken, isNull(ofQuestion)))
    },

    async authorOf(workspaceId, questionId) {
      const [author] = await db
        .select({ ref: playerTable.ref, name: playerTable.name })
        .from(suggestionTable)
        .innerJoin(playerTable, eq(playerTable.id, playerId))
        .where(and(isOf(workspaceId, questionId), isNull(playerTable.forgottenAt)))
        .orderBy(asc(idColumn))
        .limit(1)
      return author
    },

    async asked(workspaceId, questionId, at) {
      const rows = await db
        .update(suggestionTable)
        .set({ askedAt: at })
        .where(and(isOf(workspaceId, questionId), isNull(askedAt)))
        .returning({ id: idColumn })
      return rows.map(({ id }) => id)
    },
  }
}

function notices({ db }: Session): Pick<Suggestions, 'told' | 'askedTold' | 'untold'> {
  const { id: idColumn, workspaceId: ofWorkspace, state } = suggestionTable
  return {
    async told(id, at) {
      await db.update(suggestionTable).set({ toldAt: at }).where(eq(idColumn, id))
    },

    async askedTold(id, at) {
      await db.update(suggestionTable).set({ askedToldAt: at }).where(eq(idColumn, id))
    },

    untold({ before, after, limit }) {
      const { decidedAt, toldAt, askedAt, askedToldAt } = suggestionTable
      const decided = and(ne(state, 'waiting'), isNull(toldAt), lt(decidedAt, before))
      const asked = and(isNotNull(askedAt), isNull(askedToldAt), lt(askedAt, before))
      return db
        .select({ id: idColumn, workspaceId: ofWorkspace })
        .from(suggestionTable)
        .where(and(gt(idColumn, after), or(decided, asked)))
        .orderBy(asc(idColumn))
        .limit(limit)
    },
  }
}
