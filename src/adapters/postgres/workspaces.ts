import { type Place, platformOf } from '../../domain/place.ts'
import type { WeeklyPost, Workspace, Workspaces } from '../../ports/store/workspaces.ts'
import { recognized } from './recognize.ts'
import { answerTable } from './schema/answers.ts'
import { installationTable } from './schema/installations.ts'
import { ledgerTable } from './schema/ledger.ts'
import { playerTable } from './schema/players.ts'
import { sandboxTable } from './schema/sandboxes.ts'
import { standingCountTable } from './schema/standing-counts.ts'
import { standingTable } from './schema/standings.ts'
import { teamDayPlayerTable, teamDayTable } from './schema/team-days.ts'
import { transcriptTable } from './schema/transcript.ts'
import { workspaceTable } from './schema/workspaces.ts'
import { and, asc, eq, gt, lte, sql } from './sql/drizzle.ts'
import { liftTimeouts } from './sql/lift-timeouts.ts'
import { requireRow } from './sql/require-row.ts'
import { rowReader } from './sql/row-reader.ts'
import type { Session } from './sql/session.ts'
import { statement } from './sql/statement.ts'

export function workspaces({ db, run, atomically }: Session): Workspaces {
  return {
    async recognise({ ref, name }) {
      const [row = {}] = await run(seen, { workspaceRef: ref, workspaceName: name, platform: platformOf(ref) })
      return workspaceFrom(row)
    },

    async find(id) {
      const [row] = await db.select().from(workspaceTable).where(eq(workspaceTable.id, id))
      return row && asWorkspace(row)
    },

    async findByRef(ref) {
      const [row] = await db.select().from(workspaceTable).where(eq(workspaceTable.ref, ref))
      return row && asWorkspace(row)
    },

    async all() {
      const rows = await db.select().from(workspaceTable).orderBy(asc(workspaceTable.id))
      return rows.map(asWorkspace)
    },

    async sizeOf(id) {
      const [players, answers] = await Promise.all([
        db.$count(playerTable, eq(playerTable.workspaceId, id)),
        db.$count(answerTable, eq(answerTable.workspaceId, id)),
      ])
      return { players, answers }
    },

    async change(id, { weekly, ...rest }) {
      const rows = await db
        .update(workspaceTable)
        .set({ ...rest, ...(weekly && weeklyColumns(weekly)) })
        .where(eq(workspaceTable.id, id))
        .returning()
      return asWorkspace(requireRow(rows, 'workspace', id))
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

    async hold(ids) {
      const held = await run<{ id: string }>(kept, { ids })
      return held.map(({ id }) => Number(id))
    },

    remove: (ref) => atomically((part) => removeWorkspace(part, ref)),
  }
}

function weeklyColumns({ on, day, time, channelId }: WeeklyPost) {
  return { weeklyOn: on, weeklyDay: day, weeklyTime: time, weeklyChannelId: channelId ?? null }
}

async function removeWorkspace(part: Session, ref: Place): Promise<void> {
  await liftTimeouts(part)
  // Deletes the dependent rows first. This waits for every award in progress, whose points are deleted afterwards.
  const [gone] = await part.db.delete(workspaceTable).where(eq(workspaceTable.ref, ref)).returning()
  await part.db.delete(installationTable).where(eq(installationTable.owner, ref))
  await part.db.delete(sandboxTable).where(eq(sandboxTable.ref, ref))
  await part.db.delete(transcriptTable).where(sql`starts_with(${transcriptTable.channel}, ${`${ref}:`})`)
  if (!gone) return
  for (const table of [ledgerTable, standingTable, standingCountTable, teamDayTable, teamDayPlayerTable]) {
    await part.db.delete(table).where(eq(table.workspaceId, gone.id))
  }
}

const workspaceRow = rowReader(workspaceTable, 'workspace')

export const workspaceColumns = workspaceRow.columns

export function workspaceFrom(row: Record<string, unknown>): Workspace {
  return asWorkspace(workspaceRow.read(row))
}

function asWorkspace(row: typeof workspaceTable.$inferSelect): Workspace {
  const { id, ref, platform, name, zone, weekStart, teamScore, seasons, publicNames, boardLinks, retentionMonths } = row
  return {
    id,
    ref,
    platform,
    name,
    zone,
    weekStart,
    teamScore,
    seasons,
    publicNames,
    boardLinks,
    ...(retentionMonths !== null && { retentionMonths }),
    ...(row.missingSince !== null && { missingSince: row.missingSince }),
    weekly: {
      on: row.weeklyOn,
      day: row.weeklyDay,
      time: row.weeklyTime,
      ...(row.weeklyChannelId !== null && { channelId: row.weeklyChannelId }),
    },
  }
}

const kept = statement(sql`
  select id from ${workspaceTable} where id = any (${sql.placeholder('ids')}::bigint[]) order by id for key share`)

const seen = statement(sql`
  with ${recognized(workspaceTable, 'workspace', { platform: sql`${sql.placeholder('platform')}::text` })}
  select ${workspaceColumns} from workspace`)
