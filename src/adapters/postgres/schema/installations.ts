import { index, pgTable, text } from '../sql/drizzle.ts'
import { moment, words } from './columns.ts'

/** Tokens of workspaces, encrypted before they come here. Not linked to a workspace row: an organization has none. */
export const installationTable = pgTable(
  'installations',
  {
    owner: words('owner').primaryKey(),
    sealed: text('sealed').notNull(),
    /** The organization whose token is used here; null for an owner with its own token. */
    organization: words('organization'),
    /** When it was granted: later events about an earlier time are ignored. */
    grantedAt: moment('granted_at').notNull().defaultNow(),
  },
  (table) => [index('installations_of_organization').on(table.organization)],
)
