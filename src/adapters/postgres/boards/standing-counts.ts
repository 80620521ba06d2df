import { type SQL, sql } from 'drizzle-orm'
import { standingCountTable } from '../schema/standing-counts.ts'

/**
 * Each step up takes 32 buckets together. Four steps tell a million points apart with at most 31 rows a step and shard.
 * Whoever has more points than somebody else is in a bucket above theirs, so the lowest of each step is never asked for:
 * it is not kept, and with few points only the first step has a row at all.
 */
const scales = [0, 5, 10, 15] as const
const stepBits = 5

export const scaleRows = sql.raw(`unnest(array[${scales.join(', ')}]) as scales (scale)`)

/** Any number that no other program takes as the first half of a two-part lock in the same database. */
const shardLock = 471_100_174
const shards = 64

/**
 * The lowest shard that no other transaction has now; it is ours until we commit. Where all are taken, one that only
 * this connection can have.
 */
const ownShard = sql.raw(`coalesce(
  (select shard from generate_series(0, ${shards - 1}) as shard where pg_try_advisory_xact_lock(${shardLock}, shard) limit 1),
  -pg_backend_pid()
)`)

/**
 * Moves the counts by what happened to standings: `moved` has a row (board_window, starts_on, kind, before, after) for each.
 */
export function moveCounts(workspaceId: SQL, moved: SQL): SQL {
  return sql`
    insert into ${standingCountTable} as counted
      (workspace_id, board_window, starts_on, kind, scale, bucket, shard, subjects)
    select ${workspaceId}, board_window, starts_on, kind, scale, ends.points >> scale, own.shard, sum(ends.subjects)
    from ${moved} as moved,
      ${scaleRows},
      lateral (values (before, -1), (after, 1)) as ends (points, subjects),
      (select ${ownShard} as shard) as own
    where ends.points >> scale > 0
    group by board_window, starts_on, kind, scale, ends.points >> scale, own.shard
    having sum(ends.subjects) <> 0
    on conflict (workspace_id, board_window, starts_on, kind, scale, bucket, shard)
    do update set subjects = counted.subjects + excluded.subjects`
}

/** How many subjects of a board have more than `points`. */
export function countAbove(board: SQL, points: SQL): SQL {
  const ranges = scales.map((scale, step) => {
    const from = sql`((${points} >> ${sql.raw(`${scale}`)}) + 1)`
    const top = step === scales.length - 1
    const until = top
      ? sql`2147483647`
      : sql`(((${points} >> ${sql.raw(`${scale + stepBits}`)}) + 1) << ${sql.raw(`${stepBits}`)})`
    return sql`(${sql.raw(`${scale}`)}::smallint, ${from}, ${until})`
  })
  return sql`(
    select coalesce(sum(subjects), 0)::int
    from (values ${sql.join(ranges, sql`, `)}) as above (step, first, past)
    join ${standingCountTable} as counted on ${board}
      and counted.scale = above.step and counted.bucket >= above.first and counted.bucket < above.past
  )`
}
