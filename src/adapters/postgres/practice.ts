import { packOf } from '../../domain/packs/own-questions.ts'
import type { PracticeCard } from '../../domain/practice.ts'
import type { Practice, PracticeItem } from '../../ports/store/practice.ts'
import { playerTable } from './schema/players.ts'
import { practiceTable, recallTable } from './schema/practice.ts'
import { eq, sql } from './sql/drizzle.ts'
import { requireRow } from './sql/require-row.ts'
import { rowReader } from './sql/row-reader.ts'
import type { Session } from './sql/session.ts'
import { statement } from './sql/statement.ts'
import { withoutNulls } from './sql/without-nulls.ts'

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
      return itemFrom(requireRow(rows, 'practice of player', item.playerId))
    },

    async find(id) {
      const [row] = await db.select().from(practiceTable).where(eq(practiceTable.id, id))
      return row && itemFrom(row)
    },

    async keep(id, card) {
      await db.update(practiceTable).set({ card }).where(eq(practiceTable.id, id))
    },

    async ofPlayer(playerId) {
      const [row] = await run<{ items: Item[] | null }>(ofPlayer, { playerId })
      return (row?.items ?? []).map(([id, questionId, questionVersion, card]) => ({
        ...{ id, playerId, questionId, questionVersion },
        ...(card && { card }),
      }))
    },

    async recall(press) {
      return (await run(recalled, press)).length > 0
    },
  }
}

/** Locks the player's row, so that the player can't be forgotten before the press is stored. */
const recalled = statement(sql`
  insert into ${recallTable} (round_id, player_id, workspace_id, knew, pressed_at)
  select ${rowReader(recallTable, 'recall').given('roundId', 'playerId', 'workspaceId', 'knew', 'pressedAt')}
  from ${playerTable} as player
  where player.id = ${sql.placeholder('playerId')} and player.forgotten_at is null
  for key share of player
  on conflict do nothing
  returning round_id`)

type Item = [number, string, string, PracticeCard | null]

/** Selects one document, because hundreds of rows take longer to read. */
const ofPlayer = statement(sql`
  select json_agg(json_build_array(item.id, item.question_id, item.question_version, item.card)) as items
  from ${practiceTable} as item where item.player_id = ${sql.placeholder('playerId')}`)

function itemFrom({ questionOwner: _, ...row }: typeof practiceTable.$inferSelect): PracticeItem {
  return withoutNulls(row)
}
