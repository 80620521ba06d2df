import { pgTable, text } from 'drizzle-orm/pg-core'
import { words } from './columns.ts'

/** Tokens of workspaces, sealed before they come here. Without a workspace row: an organisation has none. */
export const installationTable = pgTable('installations', {
  owner: words('owner').primaryKey(),
  sealed: text('sealed').notNull(),
})
