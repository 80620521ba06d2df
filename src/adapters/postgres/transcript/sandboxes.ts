import type { Sandboxes } from '../../../ports/store/sandboxes.ts'
import { packBytes } from '../packs/pack-bytes.ts'
import { draftTable, importTable } from '../schema/packs.ts'
import { pictureTable, sandboxTable } from '../schema/sandboxes.ts'
import { transcriptTable } from '../schema/transcript.ts'
import { workspaceTable } from '../schema/workspaces.ts'
import { and, eq, isNull, lt, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'

/** The last use is recorded at most once a minute, so that most actions in a sandbox don't write it. */
const oneMinute = 60_000

export function sandboxes(session: Session): Sandboxes {
  const { db } = session
  async function exists(ref: string): Promise<boolean> {
    return (await db.$count(sandboxTable, eq(sandboxTable.ref, ref))) > 0
  }

  return {
    exists,

    async isOwner(ref, owner) {
      return (await db.$count(sandboxTable, and(eq(sandboxTable.ref, ref), eq(sandboxTable.owner, owner)))) > 0
    },

    async enter(ref, { now, owner }) {
      const aMinuteAgo = new Date(now.getTime() - oneMinute)
      const isStale = lt(sandboxTable.usedAt, aMinuteAgo)
      if (owner === undefined) {
        await db
          .update(sandboxTable)
          .set({ usedAt: now })
          .where(and(eq(sandboxTable.ref, ref), isStale))
        return exists(ref)
      }
      await db
        .insert(sandboxTable)
        .values({ ref, owner, madeAt: now, usedAt: now })
        .onConflictDoUpdate({
          target: sandboxTable.ref,
          set: { usedAt: now, owner: sql`coalesce(${sandboxTable.owner}, excluded.owner)` },
          setWhere: sql`${isStale} or ${isNull(sandboxTable.owner)}`,
        })
      return true
    },

    async ended({ unusedSince, madeBefore, limit }) {
      const { rows } = await db.execute<{ ref: string }>(sql`
        select ref from ${sandboxTable}
        where used_at < ${unusedSince.toISOString()}::timestamptz or made_at < ${madeBefore.toISOString()}::timestamptz
        union all
        select ref from ${workspaceTable} as workspace
        where platform = 'playground' and not exists (select from ${sandboxTable} where ref = workspace.ref)
        limit ${limit}`)
      return rows.map(({ ref }) => ref)
    },

    async erasePictures(unusedSince) {
      await db.delete(pictureTable).where(lt(pictureTable.usedAt, unusedSince))
    },

    bytes: () => storedBytes(session),
  }
}

async function storedBytes({ db }: Session): Promise<number> {
  // The size of the tables isn't used, because it stays the same when lines are deleted.
  const { rows } = await db.execute<{ bytes: string }>(sql`
    select (select coalesce(sum(pg_column_size(line.*) + pg_column_size(message)), 0) from ${transcriptTable} as line)
      + (select coalesce(sum(pg_column_size(png)), 0) from ${pictureTable})
      + ${packBytes(sql`select id from ${workspaceTable} where platform = 'playground'`)}
      + (
        select coalesce(sum(coalesce(pg_column_size(bytes), 0) + pg_column_size(lines)), 0)
        from ${importTable} join ${workspaceTable} as workspace on workspace.id = workspace_id
        where platform = 'playground'
      ) + (
        select coalesce(sum(pg_column_size(question) + pg_column_size(synonyms)), 0)
        from ${draftTable} join ${workspaceTable} as workspace on workspace.id = workspace_id
        where platform = 'playground'
      ) as bytes`)
  return Number(rows[0]?.bytes ?? 0)
}
