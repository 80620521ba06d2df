import type { SeasonSetting } from '../../../domain/boards/season.ts'
import type { Platform } from '../../../domain/place.ts'
import type { TeamScore } from '../../../domain/standings.ts'
import { boolean, index, integer, pgTable, text } from '../sql/drizzle.ts'
import { moment, reference, rowId, words } from './columns.ts'

export const workspaceTable = pgTable(
  'workspaces',
  {
    id: rowId(),
    ref: words('ref').notNull().unique(),
    platform: text('platform').$type<Platform>().notNull(),
    name: words('name').notNull(),
    zone: text('zone').notNull().default('UTC'),
    teamScore: text('team_score').$type<TeamScore>().notNull().default('best-three'),
    seasons: text('seasons').$type<SeasonSetting>().notNull().default('off'),
    publicNames: boolean('public_names').notNull().default(false),
    boardLinks: integer('board_links').notNull().default(0),
    /** Shorter than the operator's value, or null. */
    retentionMonths: integer('retention_months'),
    /** 1 is Monday, 7 is Sunday. */
    weekStart: integer('week_start').notNull().default(1),
    weeklyOn: boolean('weekly_on').notNull().default(true),
    weeklyDay: integer('weekly_day').notNull().default(1),
    weeklyTime: text('weekly_time').notNull().default('09:00'),
    // There is no foreign key, because channels refer to workspaces, and each table would have to be created before the
    // other.
    weeklyChannelId: reference('weekly_channel_id'),
    nextWeeklyAt: moment('next_weekly_at'),
    missingSince: moment('missing_since'),
  },
  (table) => [index('workspaces_due').on(table.nextWeeklyAt)],
)
