import { windowStart } from '../../../domain/calendar.ts'
import type { BoardWindow } from '../../../domain/standings.ts'
import type { LedgerEntry } from '../../../ports/store/boards.ts'
import { gradeTable } from '../schema/grades.ts'
import { ledgerTable } from '../schema/ledger.ts'
import { standingTable } from '../schema/standings.ts'
import { teamDayPlayerTable, teamDayTable } from '../schema/team-days.ts'
import { sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { boardsInUse } from './boards-lock.ts'

type Entry = Omit<LedgerEntry, 'gradeId'>

/** A list of any length in one parameter, so that the statement's text is always the same. */
export const givenRows = sql`jsonb_to_recordset(${sql.param(sql.placeholder('rows'), gradeTable.findings)}::jsonb)`

export const entryColumns = sql`
  workspace_id bigint, player_id bigint, team_id bigint, round_id bigint, points int, day date, "all" date, month date, week date`

export function entryRows(entries: readonly Entry[]): Record<string, unknown>[] {
  const starts = new Map<string, Record<BoardWindow, string>>()
  return entries.map(({ workspaceId, playerId, teamId, roundId, points, day }) => {
    const known = starts.get(day) ?? windowStarts(day)
    starts.set(day, known)
    return { workspace_id: workspaceId, player_id: playerId, team_id: teamId, round_id: roundId, points, day, ...known }
  })
}

function windowStarts(day: string): Record<BoardWindow, string> {
  return { all: windowStart(day, 'all'), month: windowStart(day, 'month'), week: windowStart(day, 'week') }
}

const windows = sql`(values
  ('all'::board_window, "all"), ('month', month), ('week', week)
) as spans (board_window, starts_on)`

/**
 * Adds to the ledger and updates every rollup. A grade that was awarded before changes nothing. To avoid deadlocks, all
 * awards lock rows in the same order: players before teams, all time before the shorter windows (the order of the two
 * enum types), and the lower id first.
 */
export async function award(session: Session, { gradeId, ...entry }: LedgerEntry): Promise<void> {
  const rows = entryRows([entry]).map((row) => ({ ...row, grade_id: gradeId }))
  const added = await session.run(awarded, { rows })
  if (added.length > 0) await awardTeams(session, [entry])
}

/**
 * Common table expressions that need `turn`, the rows whose boards are locked, and `entry`, the entries with the ids of
 * their grades. `added` contains the entries that were not awarded before. Several entries for one row are summed
 * first.
 */
export const ledgerAndStandings = sql`
  added as (
    insert into ${ledgerTable} (grade_id, workspace_id, player_id, team_id, round_id, points, day)
    select entry.grade_id, entry.workspace_id, entry.player_id, entry.team_id, entry.round_id, entry.points, entry.day
    from entry join turn on turn.workspace_id = entry.workspace_id
    order by entry.grade_id
    on conflict (grade_id) do nothing
    returning grade_id
  ), moved as (
    insert into ${standingTable} as standing (workspace_id, board_window, starts_on, kind, subject_id, points)
    select entry.workspace_id, spans.board_window, spans.starts_on, subjects.kind, subjects.id, sum(entry.points)
    from added join entry on entry.grade_id = added.grade_id,
      lateral ${windows},
      lateral (values ('players'::board_kind, entry.player_id), ('teams-sum', entry.team_id)) as subjects (kind, id)
    where subjects.id is not null
    group by entry.workspace_id, spans.board_window, spans.starts_on, subjects.kind, subjects.id
    having sum(entry.points) <> 0 or (subjects.kind = 'teams-sum' and spans.board_window = 'all')
    order by subjects.kind, spans.board_window, entry.workspace_id, spans.starts_on, subjects.id
    on conflict (workspace_id, board_window, starts_on, kind, subject_id)
    do update set points = standing.points + excluded.points
  )`

/** Boards are locked in the order of the workspaces, and a rebuild locks only one board, so they can't deadlock. */
export const boardsOfRows = (rows: string) => sql`
  turn as materialized (
    select workspace_id, ${boardsInUse(sql`workspace_id`)}
    from (select distinct workspace_id from ${sql.identifier(rows)} order by workspace_id) as spaces
  )`

const awarded = statement(sql`
  with entry as materialized (select * from ${givenRows} as given (grade_id bigint, ${entryColumns})),
  ${boardsOfRows('entry')},
  ${ledgerAndStandings}
  select from added`)

/**
 * Updates the team days of awards, which need each team's best three of the day. This transaction has already locked
 * the team's all-time row, so no other transaction updates the team. Answers without points also count, because a zero
 * ranks above a loss among the best three.
 */
export async function awardTeams(session: Session, entries: readonly Entry[]): Promise<void> {
  const rows = entryRows(entries.filter(({ teamId }) => teamId !== undefined))
  if (rows.length > 0) await session.send(teamDaysMoved, { rows })
}

/** A separate statement, so that it sees the changes that others made to the teams before their rows were locked. */
const teamDaysMoved = statement(sql`
  with entry as materialized (select * from ${givenRows} as given (${entryColumns})),
  each as materialized (
    select workspace_id, team_id, day, player_id, sum(points)::int as points from entry group by workspace_id, team_id, day, player_id
  ), mine as (
    insert into ${teamDayPlayerTable} as mine (workspace_id, team_id, day, player_id, points)
    select workspace_id, team_id, day, player_id, points from each order by workspace_id, team_id, day, player_id
    on conflict (workspace_id, team_id, day, player_id) do update set points = mine.points + excluded.points
    returning workspace_id, team_id, day, points
  ), best as (
    select touched.*, (
      select sum(points)::int from (
        select points from mine
        where mine.workspace_id = touched.workspace_id and mine.team_id = touched.team_id and mine.day = touched.day
        union all
        (
          select points from ${teamDayPlayerTable} as other
          where other.workspace_id = touched.workspace_id and other.team_id = touched.team_id and other.day = touched.day
            and not exists (
              select from each where each.team_id = other.team_id and each.day = other.day and each.player_id = other.player_id
            )
          order by points desc limit 3
        )
        order by points desc limit 3
      ) as three
    ) as best_three
    from (
      select workspace_id, team_id, day, "all", month, week, sum(points)::int as total
      from entry group by workspace_id, team_id, day, "all", month, week
    ) as touched
  ), gained as (
    select best.*, best.best_three - coalesce(before.best_three, 0) as points
    from best left join ${teamDayTable} as before
      on before.workspace_id = best.workspace_id and before.team_id = best.team_id and before.day = best.day
  ), kept as (
    insert into ${teamDayTable} as kept (workspace_id, team_id, day, best_three, total)
    select workspace_id, team_id, day, best_three, total from best order by workspace_id, team_id, day
    on conflict (workspace_id, team_id, day)
    do update set best_three = excluded.best_three, total = kept.total + excluded.total
  )
  insert into ${standingTable} as standing (workspace_id, board_window, starts_on, kind, subject_id, points)
  select workspace_id, spans.board_window, spans.starts_on, 'teams-best-three', team_id, sum(points)
  from gained, lateral ${windows}
  group by workspace_id, spans.board_window, spans.starts_on, team_id
  having sum(points) <> 0
  order by spans.board_window, workspace_id, spans.starts_on, team_id
  on conflict (workspace_id, board_window, starts_on, kind, subject_id)
  do update set points = standing.points + excluded.points`)
