import type { ItemAnswer, Items } from '../../ports/store/items.ts'
import { gradesOf } from './grades.ts'
import { answerTable } from './schema/answers.ts'
import { playerTable } from './schema/players.ts'
import { roundTable } from './schema/rounds.ts'
import { asc, desc, eq, sql } from './sql/drizzle.ts'
import type { Session } from './sql/session.ts'
import { withoutNulls } from './sql/without-nulls.ts'

export function items({ db }: Session): Items {
  const newest = gradesOf(db, answerTable.id).limit(1).as('newest')
  const select = () =>
    db
      .select({
        answerId: answerTable.id,
        questionId: roundTable.questionId,
        workspaceId: roundTable.workspaceId,
        roundId: roundTable.id,
        playerId: answerTable.playerId,
        playerName: playerTable.name,
        teamId: answerTable.teamId,
        attempt: answerTable.attempt,
        text: answerTable.text,
        score: newest.score,
        verdict: newest.verdict,
        findings: newest.findings,
        earnedInAll: newest.earnedInAll,
        receivedAt: answerTable.receivedAt,
      })
      .from(answerTable)
      .innerJoin(roundTable, eq(roundTable.id, answerTable.roundId))
      .innerJoin(playerTable, eq(playerTable.id, answerTable.playerId))
      .innerJoinLateral(newest, sql`true`)
  return {
    async ofQuestion(questionId) {
      return (await select().where(eq(roundTable.questionId, questionId)).orderBy(asc(answerTable.id))).map(itemFrom)
    },

    async latest(limit) {
      return (await select().orderBy(desc(answerTable.id)).limit(limit)).map(itemFrom)
    },
  }

  type Row = Awaited<ReturnType<typeof select>>[number]

  function itemFrom({ findings, ...row }: Row): ItemAnswer {
    return { ...withoutNulls(row), missed: findings.points.flatMap(({ id, found }) => (found ? [] : [id])) }
  }
}
