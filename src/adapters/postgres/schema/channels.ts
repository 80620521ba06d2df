import type { Schedule } from '../../../domain/calendar.ts'
import type { ChannelSettings } from '../../../ports/store/channels.ts'
import { boolean, index, integer, pgTable, sql, text, unique } from '../sql/drizzle.ts'
import { document, moment, reference, rowId, words } from './columns.ts'
import { workspaceTable } from './workspaces.ts'

export const channelTable = pgTable(
  'channels',
  {
    id: rowId(),
    workspaceId: reference('workspace_id')
      .notNull()
      .references(() => workspaceTable.id, { onDelete: 'cascade' }),
    ref: words('ref').notNull().unique(),
    name: words('name').notNull(),
    schedule: document('schedule').$type<Schedule>(),
    endedSchedule: document('ended_schedule').$type<Schedule>(),
    /** Contains only the settings that were changed. The others come from `defaultSettings`. */
    settings: document('settings').$type<Partial<ChannelSettings>>().notNull().default({}),
    nextPostAt: moment('next_post_at'),
    pausedBecause: text('paused_because'),
    failedDays: integer('failed_days').notNull().default(0),
    scheduledBy: words('scheduled_by'),
    fewLeftTold: boolean('few_left_told').notNull().default(false),
    greeted: boolean('greeted').notNull().default(false),
  },
  (table) => [
    unique('channels_in_workspace').on(table.id, table.workspaceId),
    index('channels_of_workspace').on(table.workspaceId),
    index('channels_due').on(table.nextPostAt).where(sql`${table.nextPostAt} is not null`),
  ],
)
