import { index, pgTable, text } from '../sql/drizzle.ts'
import { moment, words } from './columns.ts'

/** Encrypted tokens. There is no reference to a workspace row, because an organization has none. */
export const installationTable = pgTable(
  'installations',
  {
    owner: words('owner').primaryKey(),
    sealed: text('sealed').notNull(),
    /** The organization whose token is used, or null for an owner with its own token. */
    organization: words('organization'),
    /** The time of the grant. Events from before this time are ignored. */
    grantedAt: moment('granted_at').notNull().defaultNow(),
  },
  (table) => [index('installations_of_organization').on(table.organization)],
)
