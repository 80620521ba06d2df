import { index, pgTable, text } from '../sql/drizzle.ts'
import { moment, words } from './columns.ts'

/** Tokens of workspaces, sealed before they come here. Without a workspace row: an organisation has none. */
export const installationTable = pgTable(
  'installations',
  {
    owner: words('owner').primaryKey(),
    sealed: text('sealed').notNull(),
    /** The organization whose token speaks here; none for an owner with a token of its own. */
    organization: words('organization'),
    /** When it was granted: what is told later about an earlier time does not count. */
    grantedAt: moment('granted_at').notNull().defaultNow(),
  },
  (table) => [index('installations_of_organization').on(table.organization)],
)
