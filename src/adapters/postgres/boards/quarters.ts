import { monthsOfQuarter, windowBefore } from '../../../domain/calendar.ts'
import type { BoardQuery } from '../../../domain/standings.ts'
import { standingTable } from '../schema/standings.ts'
import { type SQL, sql } from '../sql/drizzle.ts'
import { boardOf } from './board-of.ts'

/**
 * A quarter's board: rows (subject_id, points, rank, rank_before), summed up from its months. Everybody is looked at, since
 * no index has the sums in their order; an award stays as cheap as it is.
 */
export function quarterBoard(query: BoardQuery): SQL {
  const before = windowBefore(query.day, 'quarter') ?? query.day
  return sql`
    select subject_id, quarter.points, quarter.rank, before.rank as rank_before
    from (${ranked(query, query.day)}) as quarter left join (${ranked(query, before)}) as before using (subject_id)`
}

function ranked(query: BoardQuery, day: string): SQL {
  const months = sql.join(
    monthsOfQuarter(day).map((month) => sql`(select ${month}::date)`),
    sql`, `,
  )
  return sql`
    select subject_id, sum(points)::int as points, rank() over (order by sum(points) desc)::int as rank
    from ${standingTable}
    where ${boardOf({ ...query, window: 'month' })} and starts_on in (${months})
    group by subject_id having sum(points) > 0`
}
