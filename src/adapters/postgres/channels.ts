import type { Channel, ChannelSettings, Channels } from '../../ports/store/channels.ts'
import { defaultSettings } from './default-settings.ts'
import { recognized } from './recognize.ts'
import { channelTable } from './schema/channels.ts'
import { roundTable } from './schema/rounds.ts'
import { and, asc, desc, eq, gt, isNotNull, lte, ne, type SQL, sql } from './sql/drizzle.ts'
import { requireRow } from './sql/require-row.ts'
import { rowReader } from './sql/row-reader.ts'
import type { Session } from './sql/session.ts'
import { statement } from './sql/statement.ts'
import { withoutNulls } from './sql/without-nulls.ts'

export function channels(session: Session): Channels {
  const { db, run } = session
  return {
    async recognise(workspaceId, { ref, name }) {
      const [row = {}] = await run(seen, { workspaceId, channelRef: ref, channelName: name })
      return channelFrom(row)
    },

    async find(id, lock) {
      const query = db.select().from(channelTable).where(eq(channelTable.id, id))
      const [row] = lock ? await query.for('no key update') : await query
      return row && asChannel(row)
    },

    async inWorkspace(workspaceId) {
      return (await run(ofWorkspace, { workspaceId })).map(channelFrom)
    },

    async askedLast(workspaceId) {
      const [row] = await db
        .select({ channel: channelTable })
        .from(roundTable)
        .innerJoin(channelTable, eq(channelTable.id, roundTable.channelId))
        .where(
          and(
            eq(roundTable.workspaceId, workspaceId),
            eq(roundTable.kind, 'scheduled'),
            ne(roundTable.state, 'failed'),
          ),
        )
        .orderBy(desc(roundTable.id))
        .limit(1)
      return row && asChannel(row.channel)
    },

    async change(id, { settings, ...rest }) {
      const rows = await db
        .update(channelTable)
        // The database merges the settings, so that concurrent changes to different settings are both kept. A setting
        // without a value returns to its default.
        .set({ ...rest, ...(settings && { settings: merged(settings) }) })
        .where(eq(channelTable.id, id))
        .returning()
      return asChannel(requireRow(rows, 'channel', id))
    },

    due: (now, page) => due(session, now, page),
  }
}

type Page = Parameters<Channels['due']>[1]

async function due({ db }: Session, now: Date, { after, limit }: Page): ReturnType<Channels['due']> {
  const dueAt = sql`${channelTable.nextPostAt}`.mapWith(channelTable.nextPostAt)
  return (
    db
      .select({
        id: channelTable.id,
        workspaceId: channelTable.workspaceId,
        dueAt,
        zone: sql<string>`${channelTable.schedule}->>'zone'`,
      })
      .from(channelTable)
      // A channel without a schedule has no time zone either, which would make the tick fail.
      .where(and(lte(channelTable.nextPostAt, now), gt(channelTable.id, after), isNotNull(channelTable.schedule)))
      .orderBy(asc(channelTable.id))
      .limit(limit)
  )
}

function merged(settings: Partial<ChannelSettings>): SQL {
  const withNulls = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value ?? null]))
  return sql`jsonb_strip_nulls(${channelTable.settings} || ${JSON.stringify(withNulls)}::jsonb)`
}

const channelRow = rowReader(channelTable, 'channel')

export const channelColumns = channelRow.columns

export function channelFrom(row: Record<string, unknown>): Channel {
  return asChannel(channelRow.read(row))
}

function asChannel({ nextPostAt: _, settings, ...row }: typeof channelTable.$inferSelect): Channel {
  return { ...withoutNulls(row), settings: { ...defaultSettings, ...settings } }
}

const seen = statement(sql`
  with ${recognized(channelTable, 'channel', { workspace_id: sql`${sql.placeholder('workspaceId')}::bigint` })}
  select ${channelColumns} from channel`)

const ofWorkspace = statement(sql`
  select ${channelColumns} from ${channelTable} as channel
  where channel.workspace_id = ${sql.placeholder('workspaceId')} order by channel.id`)
