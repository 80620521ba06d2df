import { monthsOfQuarter, windowStart } from '../../../domain/calendar.ts'
import type { BoardQuery } from '../../../domain/standings.ts'
import { standingTable } from '../schema/standings.ts'
import { type SQL, sql } from '../sql/drizzle.ts'
import { boardOf } from './board-of.ts'

/**
 * For the `with` of a statement, under a name: rows (subject_id, points) of everybody with points in the window that
 * contains `day`. A quarter is summed up once from its months, and everybody is scanned, since no index is ordered by
 * the sums: that keeps awards cheap. Other windows are read from their index, only as far as needed.
 */
export function pointsOf(name: 'now' | 'before', query: BoardQuery, day: string): SQL {
  if (query.window !== 'quarter') {
    return sql`${sql.identifier(name)} as not materialized (
      select subject_id, points from ${standingTable}
      where ${boardOf(query)} and starts_on = (select ${windowStart(day, query.window)}::date) and points > 0
    )`
  }
  const months = sql.join(
    monthsOfQuarter(day).map((month) => sql`(select ${month}::date)`),
    sql`, `,
  )
  return sql`${sql.identifier(name)} as materialized (
    select subject_id, sum(points)::int as points from ${standingTable}
    where ${boardOf({ ...query, window: 'month' })} and starts_on in (${months})
    group by subject_id having sum(points) > 0
  )`
}
