import { customType, index, pgTable, text } from '../sql/drizzle.ts'
import { moment, words } from './columns.ts'

/** Created before its workspace, and removed with it. */
export const sandboxTable = pgTable(
  'sandboxes',
  {
    ref: words('ref').primaryKey(),
    /**
     * The visitor who owns the sandbox and is its admin. Null only in a row from the previous release, until the
     * visitor's next action.
     */
    owner: words('owner'),
    madeAt: moment('made_at').notNull(),
    usedAt: moment('used_at').notNull(),
  },
  (table) => [index('sandboxes_by_use').on(table.usedAt)],
)

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (data) => Buffer.from(data),
})

/** Pictures in messages of the playground. Equal pictures are stored once. */
export const pictureTable = pgTable('pictures', {
  hash: text('hash').primaryKey(),
  png: bytes('png').notNull(),
  usedAt: moment('used_at').notNull().defaultNow(),
})
