import type { PracticeCard } from '../../../domain/practice.ts'
import { pgTable, text, uniqueIndex } from '../sql/drizzle.ts'
import { document, reference, rowId } from './columns.ts'
import { playerTable } from './players.ts'

export const practiceTable = pgTable(
  'practice',
  {
    id: rowId(),
    playerId: reference('player_id')
      .notNull()
      .references(() => playerTable.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    questionVersion: text('question_version').notNull(),
    card: document('card').$type<PracticeCard>(),
  },
  (table) => [uniqueIndex('practice_of_player').on(table.playerId, table.questionId)],
)
