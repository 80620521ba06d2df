import { noStreak, type Streak } from '../../../domain/habit/streak.ts'
import { boolean, foreignKey, index, integer, pgTable, unique } from '../sql/drizzle.ts'
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
    /** Empty if the player was forgotten. */
    name: words('name').notNull(),
    teamId: reference('team_id'),
    streak: document('streak').$type<Streak>().notNull().default(noStreak),
    goal: integer('goal'),
    exportLinks: integer('export_links').notNull().default(0),
    greeted: boolean('greeted').notNull().default(false),
    knowsTeam: boolean('knows_team').notNull().default(true),
    forgottenAt: moment('forgotten_at'),
  },
  (table) => [
    unique('players_in_workspace').on(table.id, table.workspaceId),
    // The migration uses "on delete set null (team_id)", which the schema language can't express.
    foreignKey({
      name: 'players_team_of_workspace',
      columns: [table.teamId, table.workspaceId],
      foreignColumns: [teamTable.id, teamTable.workspaceId],
    }),
    index('players_of_workspace').on(table.workspaceId),
    index('players_of_team').on(table.teamId),
  ],
)
