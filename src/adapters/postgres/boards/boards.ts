import { windowBefore } from '../../../domain/calendar.ts'
import type { BoardQuery, Standing } from '../../../domain/standings.ts'
import type { Boards } from '../../../ports/store/boards.ts'
import { playerTable } from '../schema/players.ts'
import { standingTable } from '../schema/standings.ts'
import { teamTable } from '../schema/teams.ts'
import { type SQL, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { award } from './award.ts'
import { boardOf } from './board-of.ts'
import { differences } from './differences.ts'
import { isSummed, pointsByDay, pointsOf } from './points-of.ts'
import { rebuild } from './rebuild.ts'

/** People without points aren't on a board. Forgotten people have an empty name there. */
export function boards(session: Session): Boards {
  return {
    award: (entry) => session.atomically((part) => award(part, entry)),

    top: (query, limit) => standings(session, query, topOf(query, limit)),

    async place(query, subjectId) {
      const [standing] = await standings(session, query, placeOf(query, subjectId))
      return standing
    },

    async weeklyPoints(query, subjectIds, weeks) {
      const stored = sql`
        select subject_id, starts_on::text as week, points from ${standingTable}
        where ${boardOf({ ...query, window: 'week' })} and starts_on = any (${arrayOf(weeks)}::date[])
          and subject_id = any (${arrayOf(subjectIds)}::bigint[])`
      const rows = await session.prepared<{ subject_id: string; week: string; points: number }>(
        isSummed({ ...query, window: 'week' }) ? sumsOf(query, subjectIds, weeks) : stored,
      )
      return subjectIds.map((id) =>
        weeks.map((day) => rows.find(({ subject_id, week }) => Number(subject_id) === id && week === day)?.points ?? 0),
      )
    },

    rebuild: (workspaceId) => session.atomically((part) => rebuild(part, workspaceId)),
    differences: (workspaceId) => session.atomically((part) => differences(part, workspaceId)),
  }
}

/** Writes a list as one parameter. Its items need no escaping. */
function arrayOf(items: readonly (string | number)[]): string {
  return `{${items.join()}}`
}

/** Rows (subject_id, week, points) for the weeks that begin on these days. */
function sumsOf(
  query: Omit<BoardQuery, 'window' | 'day'>,
  subjectIds: readonly number[],
  weeks: readonly string[],
): SQL {
  const [first = '', last = ''] = [weeks[0], weeks.at(-1)]
  const days = pointsByDay(query, sql`day between ${first}::date and ${last}::date + 6`)
  return sql`
    select subject_id, week::date::text as week, sum(points)::int as points
    from (${days}) as daily join unnest(${arrayOf(weeks)}::date[]) as week on day between week and week + 6
    where subject_id = any (${arrayOf(subjectIds)}::bigint[])
    group by subject_id, week`
}

type Row = { subject_id: string; name: string; points: number; rank: number; rank_before: number | null }

/** Adds names to rows (subject_id, points, rank, rank_before). */
async function standings(session: Session, { by }: BoardQuery, shown: SQL): Promise<Standing[]> {
  const rows = await session.prepared<Row>(sql`
    select shown.*,
      coalesce((select name from ${by === 'teams' ? teamTable : playerTable} where id = shown.subject_id), '') as name
    from (${shown}) as shown
    order by shown.rank, shown.subject_id`)
  return rows.map((row) => ({
    subjectId: Number(row.subject_id),
    name: row.name,
    points: row.points,
    rank: row.rank,
    ...(row.rank_before !== null && { movement: row.rank_before - row.rank }),
  }))
}

/**
 * Selects the top of a board. The previous ranks take one scan of the rows with at least as many points as the lowest
 * of them.
 */
function topOf(query: BoardQuery, limit: number): SQL {
  const before = windowBefore(query.day, query.window, query.weekStart)
  // The limit is part of the text. With a parameter, Postgres would expect a tenth of the board and plan the statement
  // each time.
  const shown = sql`${pointsOf('now', query, query.day)}, shown as materialized (
    select subject_id, points, rank() over (order by points desc)::int as rank
    from (select subject_id, points from now order by points desc, subject_id limit ${sql.raw(limit.toFixed(0))}) as first
  )`
  if (before === undefined) return sql`with ${shown} select *, null::int as rank_before from shown`
  // Stored windows have an index. Summed windows have none, so they are scanned once.
  const was = isSummed(query)
    ? sql`select subject_id, before.points from shown left join before using (subject_id)`
    : sql`select subject_id, (select points from before where before.subject_id = shown.subject_id) from shown`
  return sql`
    with ${shown}, ${pointsOf('before', query, before)}, was (subject_id, points) as materialized (${was}), ranked as (
      select points,
        1 + coalesce(sum(count(*)) over (order by points desc rows between unbounded preceding and 1 preceding), 0)::int as rank
      from before where points >= (select min(points) from was) group by points
    )
    select shown.*, ranked.rank as rank_before
    from shown join was using (subject_id) left join ranked on ranked.points = was.points`
}

/**
 * Equal points share a rank. It is one more than the number of rows with more points, which takes an index-only scan.
 */
function placeOf(query: BoardQuery, subjectId: number): SQL {
  const before = windowBefore(query.day, query.window, query.weekStart)
  const rankIn = (window: SQL, points: SQL): SQL =>
    sql`1 + (select count(*)::int from ${window} as above where above.points > ${points})`
  const rankBefore =
    before === undefined
      ? sql`null::int`
      : sql`(select ${rankIn(sql`before`, sql`mine.points`)} from before as mine where mine.subject_id = now.subject_id)`
  return sql`
    with ${pointsOf('now', query, query.day)}${before === undefined ? sql`` : sql`, ${pointsOf('before', query, before)}`}
    select subject_id, points, ${rankIn(sql`now`, sql`now.points`)} as rank, ${rankBefore} as rank_before
    from now where subject_id = ${subjectId}`
}
