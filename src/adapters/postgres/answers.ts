import { and, asc, desc, eq, gt, lt, or, sql } from 'drizzle-orm'
import type { Answer } from '../../domain/answer.ts'
import type { Answers } from '../../ports/store/answers.ts'
import { gradesOf, savedGrade } from './grades.ts'
import { answerTable } from './schema/answers.ts'
import { playerTable } from './schema/players.ts'
import type { Session } from './session.ts'
import { withoutNulls } from './without-nulls.ts'
import { wordsKey } from './words-key.ts'

export function answers({ db }: Session): Answers {
  return {
    async receive(answer) {
      const key = wordsKey(answer.text)
      const [received] = await db
        .insert(answerTable)
        .values({ ...answer, wordsKey: key })
        .onConflictDoNothing()
        .returning()
      if (received) return { answer: answerFrom(received), repeated: false }
      const sameEvent = eq(answerTable.eventId, answer.eventId)
      const sameWords = and(eq(answerTable.roundId, answer.roundId), eq(answerTable.wordsKey, key))
      const [earlier] = await db
        .select()
        .from(answerTable)
        .where(and(eq(answerTable.playerId, answer.playerId), or(sameEvent, sameWords)))
        .orderBy(desc(sameEvent), asc(answerTable.id))
        .limit(1)
      return earlier && { answer: answerFrom(earlier), repeated: true }
    },

    async find(id, lock) {
      const query = db.select().from(answerTable).where(eq(answerTable.id, id))
      const [row] = await (lock ? query.for('update') : query)
      return row && answerFrom(row)
    },

    async ofPlayer(roundId, playerId) {
      const grade = gradesOf(db, answerTable.id).limit(1).as('grade')
      const rows = await db
        .select()
        .from(answerTable)
        .leftJoinLateral(grade, sql`true`)
        .where(and(eq(answerTable.roundId, roundId), eq(answerTable.playerId, playerId)))
        .orderBy(asc(answerTable.attempt))
      return rows.map((row) => ({
        answer: answerFrom(row.answers),
        ...(row.grade && { grade: savedGrade(row.grade) }),
      }))
    },

    /** The earlier one where two are as good. */
    async ofRound(roundId) {
      const grade = gradesOf(db, answerTable.id).limit(1).as('grade')
      const rows = await db
        .selectDistinctOn([answerTable.playerId])
        .from(answerTable)
        .innerJoinLateral(grade, sql`true`)
        .innerJoin(playerTable, eq(playerTable.id, answerTable.playerId))
        .where(eq(answerTable.roundId, roundId))
        .orderBy(asc(answerTable.playerId), desc(grade.score), asc(answerTable.attempt))
      const attempts = await db
        .select({
          playerId: answerTable.playerId,
          points: sql<number>`sum(grade.earned_in_all)::int`,
          misconceptions: sql<string[]>`(array(
            select distinct one->>'id'
            from unnest(array_agg(grade.findings->'misconceptions')) as list, jsonb_array_elements(list) as one
          ))`,
        })
        .from(answerTable)
        .innerJoinLateral(grade, sql`true`)
        .where(eq(answerTable.roundId, roundId))
        .groupBy(answerTable.playerId)
      const inAll = new Map(attempts.map((one) => [one.playerId, one]))
      const waiting = await db.$count(
        answerTable,
        and(eq(answerTable.roundId, roundId), eq(answerTable.state, 'received')),
      )
      const best = rows.map((row) => ({
        answer: answerFrom(row.answers),
        grade: savedGrade(row.grade),
        playerName: row.players.name,
        points: inAll.get(row.players.id)?.points ?? 0,
        misconceptions: inAll.get(row.players.id)?.misconceptions ?? [],
      }))
      return { best, waiting }
    },

    async redirect(id, path) {
      const waiting = and(eq(answerTable.id, id), eq(answerTable.state, 'received'))
      const redirected = await db.update(answerTable).set({ path }).where(waiting).returning({ id: answerTable.id })
      return redirected.length > 0
    },

    async change(id, { state, at }) {
      await db
        .update(answerTable)
        .set(state === 'told' ? { state, toldAt: at, path: null } : { state, gradedAt: at })
        .where(eq(answerTable.id, id))
    },

    unfinished({ before, after, limit }) {
      const { id, state, receivedAt, gradedAt } = answerTable
      return db
        .select({ id, state })
        .from(answerTable)
        .where(
          and(
            gt(id, after),
            or(and(eq(state, 'received'), lt(receivedAt, before)), and(eq(state, 'graded'), lt(gradedAt, before))),
          ),
        )
        .orderBy(asc(id))
        .limit(limit)
    },
  }
}

export function answerFrom(row: typeof answerTable.$inferSelect): Answer {
  const { wordsKey: _, eventId: __, gradedAt: ___, toldAt: ____, ...answer } = row
  return withoutNulls(answer)
}
