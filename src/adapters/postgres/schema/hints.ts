import { index, pgTable, primaryKey } from '../sql/drizzle.ts'
import { moment, reference } from './columns.ts'
import { playerTable } from './players.ts'
import { roundTable } from './rounds.ts'

export const hintTable = pgTable(
  'hints',
  {
    roundId: reference('round_id')
      .notNull()
      .references(() => roundTable.id, { onDelete: 'cascade' }),
    playerId: reference('player_id')
      .notNull()
      .references(() => playerTable.id, { onDelete: 'cascade' }),
    takenAt: moment('taken_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.playerId] }), index('hints_of_player').on(table.playerId)],
)
