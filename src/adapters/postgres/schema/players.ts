import { index, pgTable } from 'drizzle-orm/pg-core'
import { noStreak, type Streak } from '../../../domain/streak.ts'
import { document, moment, reference, rowId, words } from './columns.ts'
import { teamTable } from './teams.ts'
import { workspaceTable } from './workspaces.ts'

export const playerTable = pgTable(
  'players',
  {
    id: rowId(),
    workspaceId: reference('workspace_id')
      .notNull()
      .references(() => workspaceTable.id, { onDelete: 'cascade' }),
    ref: words('ref').notNull().unique(),
    /** Empty once forgotten. */
    name: words('name').notNull(),
    teamId: reference('team_id').references(() => teamTable.id, { onDelete: 'set null' }),
    streak: document('streak').$type<Streak>().notNull().default(noStreak),
    forgottenAt: moment('forgotten_at'),
  },
  (table) => [index('players_of_workspace').on(table.workspaceId), index('players_of_team').on(table.teamId)],
)
