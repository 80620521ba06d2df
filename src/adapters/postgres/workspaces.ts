import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import { platformOf } from '../../domain/place.ts'
import type { Workspace, Workspaces } from '../../ports/store/workspaces.ts'
import { only } from './only.ts'
import { recognise } from './recognise.ts'
import { ledgerTable } from './schema/ledger.ts'
import { standingCountTable } from './schema/standing-counts.ts'
import { standingTable } from './schema/standings.ts'
import { teamDayPlayerTable, teamDayTable } from './schema/team-days.ts'
import { transcriptTable } from './schema/transcript.ts'
import { workspaceTable } from './schema/workspaces.ts'
import type { Session } from './session.ts'
import { takeTime } from './take-time.ts'

export function workspaces(session: Session): Workspaces {
  const { db, atomically } = session
  return {
    async recognise({ ref, name }) {
      return workspaceFrom(await recognise(session, workspaceTable, { ref, name, platform: platformOf(ref) }))
    },

    async find(id) {
      const [row] = await db.select().from(workspaceTable).where(eq(workspaceTable.id, id))
      return row && workspaceFrom(row)
    },

    async findByRef(ref) {
      const [row] = await db.select().from(workspaceTable).where(eq(workspaceTable.ref, ref))
      return row && workspaceFrom(row)
    },

    async change(id, { weekly, ...rest }) {
      const rows = await db
        .update(workspaceTable)
        .set({
          ...rest,
          ...(weekly && {
            weeklyOn: weekly.on,
            weeklyDay: weekly.day,
            weeklyTime: weekly.time,
            weeklyChannelId: weekly.channelId ?? null,
          }),
        })
        .where(eq(workspaceTable.id, id))
        .returning()
      return workspaceFrom(only(rows, 'workspace', id))
    },

    dueWeekly(now, { after, limit }) {
      const dueAt = sql`${workspaceTable.nextWeeklyAt}`.mapWith(workspaceTable.nextWeeklyAt)
      return db
        .select({ id: workspaceTable.id, dueAt, zone: workspaceTable.zone })
        .from(workspaceTable)
        .where(and(lte(workspaceTable.nextWeeklyAt, now), gt(workspaceTable.id, after)))
        .orderBy(asc(workspaceTable.id))
        .limit(limit)
    },

    async remove(ref) {
      await atomically(async (part) => {
        await takeTime(part)
        // First what hangs on the workspace: this waits for every award under way, whose points the rest then clears.
        const [gone] = await part.db.delete(workspaceTable).where(eq(workspaceTable.ref, ref)).returning()
        if (!gone) return
        for (const table of [ledgerTable, standingTable, standingCountTable, teamDayTable, teamDayPlayerTable]) {
          await part.db.delete(table).where(eq(table.workspaceId, gone.id))
        }
        await part.db.delete(transcriptTable).where(sql`starts_with(${transcriptTable.channel}, ${`${ref}:`})`)
      })
    },
  }
}

function workspaceFrom(row: typeof workspaceTable.$inferSelect): Workspace {
  const { id, ref, platform, name, zone, teamScore, publicNames } = row
  return {
    id,
    ref,
    platform,
    name,
    zone,
    teamScore,
    publicNames,
    weekly: {
      on: row.weeklyOn,
      day: row.weeklyDay,
      time: row.weeklyTime,
      ...(row.weeklyChannelId !== null && { channelId: row.weeklyChannelId }),
    },
  }
}
