import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Channel, Channels } from '../../ports/store/channels.ts'
import { defaultSettings } from './default-settings.ts'
import { only } from './only.ts'
import { recognise } from './recognise.ts'
import { channelTable } from './schema/channels.ts'
import type { Session } from './session.ts'
import { withoutNulls } from './without-nulls.ts'

export function channels({ db }: Session): Channels {
  return {
    async recognise(workspaceId, { ref, name }) {
      return channelFrom(await recognise(db, channelTable, { workspaceId, ref, name }))
    },

    async find(id) {
      const [row] = await db.select().from(channelTable).where(eq(channelTable.id, id))
      return row && channelFrom(row)
    },

    async inWorkspace(workspaceId) {
      const rows = await db
        .select()
        .from(channelTable)
        .where(eq(channelTable.workspaceId, workspaceId))
        .orderBy(asc(channelTable.id))
      return rows.map(channelFrom)
    },

    async change(id, { settings, ...rest }) {
      const rows = await db
        .update(channelTable)
        // Merged by the database, so that two who change different settings at once both have their way.
        .set({
          ...rest,
          ...(settings && { settings: sql`${channelTable.settings} || ${sql.param(settings, channelTable.settings)}` }),
        })
        .where(eq(channelTable.id, id))
        .returning()
      return channelFrom(only(rows, 'channel', id))
    },

    due(now, { after, limit }) {
      const dueAt = sql`${channelTable.nextPostAt}`.mapWith(channelTable.nextPostAt)
      return db
        .select({ id: channelTable.id, dueAt })
        .from(channelTable)
        .where(and(lte(channelTable.nextPostAt, now), gt(channelTable.id, after)))
        .orderBy(asc(channelTable.id))
        .limit(limit)
    },
  }
}

function channelFrom({ nextPostAt: _, settings, ...row }: typeof channelTable.$inferSelect): Channel {
  return { ...withoutNulls(row), settings: { ...defaultSettings, ...settings } }
}
