import { packOf } from '../../domain/packs/own-questions.ts'
import type { Practice, PracticeItem } from '../../ports/store/practice.ts'
import { answerTable } from './schema/answers.ts'
import { gradeTable } from './schema/grades.ts'
import { playerTable } from './schema/players.ts'
import { practiceTable, recallTable } from './schema/practice.ts'
import { roundTable } from './schema/rounds.ts'
import { eq, sql } from './sql/drizzle.ts'
import { only } from './sql/only.ts'
import { rowReader } from './sql/row-reader.ts'
import type { Session } from './sql/session.ts'
import { statement } from './sql/statement.ts'
import { withoutNulls } from './sql/without-nulls.ts'

/** More than anybody practises before they are asked again. */
const missedShown = 100

export function practice({ db, run }: Session): Practice {
  return {
    async ask({ workspaceId, ...item }) {
      const questionOwner = packOf(item.questionId) === 'built-in' ? null : workspaceId
      const rows = await db
        .insert(practiceTable)
        .values({ ...item, questionOwner })
        .onConflictDoUpdate({
          target: [practiceTable.playerId, practiceTable.questionId],
          set: { questionVersion: item.questionVersion },
        })
        .returning()
      return itemFrom(only(rows, 'practice of player', item.playerId))
    },

    async find(id) {
      const [row] = await db.select().from(practiceTable).where(eq(practiceTable.id, id))
      return row && itemFrom(row)
    },

    async keep(id, card) {
      await db.update(practiceTable).set({ card }).where(eq(practiceTable.id, id))
    },

    async ofPlayer(playerId) {
      return (await db.select().from(practiceTable).where(eq(practiceTable.playerId, playerId))).map(itemFrom)
    },

    async recall(press) {
      return (await run(recalled, press)).length > 0
    },

    async missed(playerId) {
      const rows = await run<{ question_id: string }>(missed, { playerId })
      return rows.map((row) => row.question_id)
    },
  }
}

/** The player's row is locked against being forgotten until the press is stored. */
const recalled = statement(sql`
  insert into ${recallTable} (round_id, player_id, workspace_id, knew, pressed_at)
  select ${rowReader(recallTable, 'recall').given('roundId', 'playerId', 'workspaceId', 'knew', 'pressedAt')}
  from ${playerTable} as player
  where player.id = ${sql.placeholder('playerId')} and player.forgotten_at is null
  for key share of player
  on conflict do nothing
  returning round_id`)

/** From the player's answers to their grades, and never through the grades of everybody. */
const missed = statement(sql`
  select round.question_id
  from ${answerTable} as answer
  join ${roundTable} as round on round.id = answer.round_id
  join lateral (
    select bool_or(grade.verdict = 'correct') as got from ${gradeTable} as grade where grade.answer_id = answer.id
  ) as graded on graded.got is not null
  where answer.player_id = ${sql.placeholder('playerId')}
  group by round.question_id having not bool_or(graded.got)
  order by max(answer.id) desc limit ${sql.raw(`${missedShown}`)}`)

function itemFrom({ questionOwner: _, ...row }: typeof practiceTable.$inferSelect): PracticeItem {
  return withoutNulls(row)
}
