import { ledgerTable } from '../schema/ledger.ts'
import { standingTable } from '../schema/standings.ts'
import { teamDayPlayerTable, teamDayTable } from '../schema/team-days.ts'
import { type PgTable, type SQL, sql } from '../sql/drizzle.ts'

/** A table that is computed from the ledger or from earlier rollups. */
export type Rollup = {
  table: PgTable
  key: string[]
  values: string[]
  kept?: SQL
  /** Selects the rows, as key and values, that the table should contain for a workspace. */
  expected(workspaceId: number): SQL
}

/** Standings of weeks and months that begin before this day are not stored. */
export function standingsEnd(now: SQL): SQL {
  return sql`(${now} - interval '13 months')::date`
}

const isKept = sql`(board_window = 'all' or starts_on >= ${standingsEnd(sql`now()`)})`

/**
 * Each rollup is computed from the ledger or from earlier rollups, so if each agrees with its source, all agree with
 * the ledger.
 */
export const rollups: Rollup[] = [
  {
    table: teamDayPlayerTable,
    key: ['team_id', 'day', 'player_id'],
    values: ['points'],
    expected: (workspaceId) => sql`
      select team_id, day, player_id, sum(points)::int as points
      from ${ledgerTable} where workspace_id = ${workspaceId} and team_id is not null
      group by team_id, day, player_id`,
  },
  {
    table: teamDayTable,
    key: ['team_id', 'day'],
    values: ['best_three', 'total'],
    expected: (workspaceId) => sql`
      select team_id, day, (sum(points) filter (where place <= 3))::int as best_three, sum(points)::int as total
      from (
        select team_id, day, sum(points) as points,
          row_number() over (partition by team_id, day order by sum(points) desc) as place
        from ${ledgerTable} where workspace_id = ${workspaceId} and team_id is not null
        group by team_id, day, player_id
      ) as placed
      group by team_id, day`,
  },
  {
    table: standingTable,
    key: ['board_window', 'starts_on', 'kind', 'subject_id'],
    values: ['points'],
    kept: isKept,
    // Postgres' weeks also begin on Monday. Awards compute weeks in the domain, so a disagreement would be reported as
    // a difference.
    expected: (workspaceId) => sql`
      select board_window, starts_on, kind, subject_id, sum(points)::int as points
      from (
        select 'players'::board_kind as kind, player_id as subject_id, day, points
        from ${ledgerTable} where workspace_id = ${workspaceId}
        union all
        select 'teams-sum', team_id, day, total from ${teamDayTable} where workspace_id = ${workspaceId}
        union all
        select 'teams-best-three', team_id, day, best_three from ${teamDayTable} where workspace_id = ${workspaceId}
      ) as earned,
      lateral (values
        ('all'::board_window, date '0001-01-01'),
        ('month', date_trunc('month', day::timestamp)::date),
        ('week', date_trunc('week', day::timestamp)::date)
      ) as spans (board_window, starts_on)
      where ${isKept}
      group by board_window, starts_on, kind, subject_id`,
  },
]
