import { pgTable, unique } from '../sql/drizzle.ts'
import { reference, rowId, words } from './columns.ts'
import { workspaceTable } from './workspaces.ts'

export const teamTable = pgTable(
  'teams',
  {
    id: rowId(),
    workspaceId: reference('workspace_id')
      .notNull()
      .references(() => workspaceTable.id, { onDelete: 'cascade' }),
    name: words('name').notNull(),
    nameKey: words('name_key').notNull(),
    linkedRef: words('linked_ref'),
  },
  (table) => [
    unique('teams_name').on(table.workspaceId, table.nameKey),
    unique('teams_in_workspace').on(table.id, table.workspaceId),
  ],
)
