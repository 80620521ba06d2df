import { monthsOfQuarter, weekEnd, windowStart } from '../../../domain/calendar.ts'
import type { BoardQuery } from '../../../domain/standings.ts'
import { ledgerTable } from '../schema/ledger.ts'
import { standingTable } from '../schema/standings.ts'
import { teamDayTable } from '../schema/team-days.ts'
import { type SQL, sql } from '../sql/drizzle.ts'
import { boardOf } from './board-of.ts'

/** Whether the window's points are not stored. This applies to quarters, and to weeks that don't begin on Monday. */
export function isSummed({ window, weekStart = 1 }: Pick<BoardQuery, 'window' | 'weekStart'>): boolean {
  return window === 'quarter' || (window === 'week' && weekStart !== 1)
}

/**
 * A common table expression with rows (subject_id, points) of everybody with points in the window that contains `day`.
 * A summed window is added up from its months or days, which scans every player, because no index is ordered by the
 * sums. In return, awards don't have to maintain it. Stored windows are read from their index, only as far as needed.
 */
export function pointsOf(name: 'now' | 'before', query: BoardQuery, day: string): SQL {
  if (isSummed(query)) {
    const parts = query.window === 'quarter' ? monthsIn(query, day) : daysIn(query, day)
    return sql`${sql.identifier(name)} as materialized (
      select subject_id, sum(points)::int as points from (${parts}) as parts
      group by subject_id having sum(points) > 0
    )`
  }
  return sql`${sql.identifier(name)} as not materialized (
    select subject_id, points from ${standingTable}
    where ${boardOf(query)} and starts_on = (select ${windowStart(day, query.window)}::date) and points > 0
  )`
}

function monthsIn(query: BoardQuery, day: string): SQL {
  const months = sql.join(
    monthsOfQuarter(day).map((month) => sql`(select ${month}::date)`),
    sql`, `,
  )
  return sql`select subject_id, points from ${standingTable}
    where ${boardOf({ ...query, window: 'month' })} and starts_on in (${months})`
}

function daysIn(query: BoardQuery, day: string): SQL {
  const [first, last] = [windowStart(day, 'week', query.weekStart), weekEnd(day, query.weekStart)]
  return pointsByDay(query, sql`day between (select ${first}::date) and (select ${last}::date)`)
}

/** Rows (subject_id, day, points) of the days that match a condition. */
export function pointsByDay({ workspaceId, by, teamScore }: Omit<BoardQuery, 'window' | 'day'>, days: SQL): SQL {
  const own = sql`workspace_id = (select ${workspaceId}::bigint)`
  if (by === 'players')
    return sql`select player_id as subject_id, day, points from ${ledgerTable} where ${own} and ${days}`
  const points = teamScore === 'sum' ? sql`total` : sql`best_three`
  return sql`select team_id as subject_id, day, ${points} as points from ${teamDayTable} where ${own} and ${days}`
}
