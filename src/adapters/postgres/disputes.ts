import type { Dispute, Disputes } from '../../ports/store/disputes.ts'
import { answerTable } from './schema/answers.ts'
import { disputeTable } from './schema/disputes.ts'
import { gradeTable } from './schema/grades.ts'
import { roundTable } from './schema/rounds.ts'
import { and, asc, eq, gt, isNotNull, isNull, lt, ne, or } from './sql/drizzle.ts'
import { requireRow } from './sql/require-row.ts'
import type { Session } from './sql/session.ts'
import { withoutNulls } from './sql/without-nulls.ts'

export function disputes(session: Session): Disputes {
  const { db } = session
  return {
    async open(dispute) {
      const [opened] = await db.insert(disputeTable).values(dispute).onConflictDoNothing().returning()
      if (opened) return { dispute: disputeFrom(opened), repeated: false }
      const earlier = await db.select().from(disputeTable).where(eq(disputeTable.answerId, dispute.answerId))
      return { dispute: disputeFrom(requireRow(earlier, 'dispute', dispute.answerId)), repeated: true }
    },

    withdraw: (id, playerId) => withdraw(session, id, playerId),

    async ofAnswer(answerId) {
      const [row] = await db.select().from(disputeTable).where(eq(disputeTable.answerId, answerId))
      return row && disputeFrom(row)
    },

    async find(id, lock) {
      const query = db.select().from(disputeTable).where(eq(disputeTable.id, id))
      const [row] = lock ? await query.for('update') : await query
      return row && disputeFrom(row)
    },

    async list(workspaceId, state, limit) {
      const rows = await db
        .select()
        .from(disputeTable)
        .where(and(eq(disputeTable.workspaceId, workspaceId), eq(disputeTable.state, state)))
        .orderBy(asc(disputeTable.id))
        .limit(limit)
      return rows.map(disputeFrom)
    },

    async decide(id, decision) {
      const rows = await db
        .update(disputeTable)
        .set({ ...decision, toldAt: null })
        .where(eq(disputeTable.id, id))
        .returning()
      return disputeFrom(requireRow(rows, 'dispute', id))
    },

    async reopen(id, at) {
      const open = { state: 'open', note: null, decidedBy: null, decidedAt: at } as const
      await db.update(disputeTable).set(open).where(eq(disputeTable.id, id))
    },

    async toldReopened(id) {
      const known = and(eq(disputeTable.id, id), eq(disputeTable.state, 'open'))
      await db.update(disputeTable).set({ toldAt: null, decidedAt: null }).where(known)
    },

    async told(id, at) {
      await db.update(disputeTable).set({ toldAt: at }).where(eq(disputeTable.id, id))
    },

    untold: (page) => untold(session, page),
    examples: () => acceptedExamples(session),
  }
}

async function withdraw({ db }: Session, id: number, playerId: number): Promise<boolean> {
  const theirs = and(eq(disputeTable.id, id), eq(disputeTable.playerId, playerId), eq(disputeTable.state, 'open'))
  const { rowCount } = await db.delete(disputeTable).where(theirs)
  return rowCount === 1
}

type Page = Parameters<Disputes['untold']>[0]

async function untold({ db }: Session, { before, after, limit }: Page): ReturnType<Disputes['untold']> {
  const { id, workspaceId, state, decidedAt, toldAt } = disputeTable
  const decidedUnknown = and(ne(state, 'open'), isNull(toldAt))
  const undecidedKnown = and(eq(state, 'open'), isNotNull(toldAt))
  return db
    .select({ id, workspaceId })
    .from(disputeTable)
    .where(and(gt(id, after), or(undecidedKnown, decidedUnknown), lt(decidedAt, before)))
    .orderBy(asc(id))
    .limit(limit)
}

async function acceptedExamples({ db }: Session): ReturnType<Disputes['examples']> {
  const rows = await db
    .select({
      id: disputeTable.id,
      questionId: roundTable.questionId,
      answer: answerTable.text,
      verdict: gradeTable.verdict,
    })
    .from(disputeTable)
    .innerJoin(answerTable, eq(answerTable.id, disputeTable.answerId))
    .innerJoin(roundTable, eq(roundTable.id, answerTable.roundId))
    .innerJoin(gradeTable, and(eq(gradeTable.answerId, answerTable.id), eq(gradeTable.cause, 'dispute')))
    .where(and(eq(disputeTable.state, 'accepted'), isNotNull(answerTable.text), isNull(roundTable.questionOwner)))
    .orderBy(asc(roundTable.questionId), asc(disputeTable.id))
  // An answer has two such grades if a dispute was accepted, reopened and accepted again.
  const once = [...new Map(rows.map(({ id, ...example }) => [id, example])).values()]
  return once.filter(({ answer }) => answer !== '')
}

function disputeFrom({ decidedBy: _, ...row }: typeof disputeTable.$inferSelect): Dispute {
  return withoutNulls(row)
}
