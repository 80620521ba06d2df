import { type SQL, sql } from 'drizzle-orm'
import { windowStart } from '../../domain/calendar.ts'
import { boardWindows } from '../../domain/standings.ts'
import type { LedgerEntry } from '../../ports/store/boards.ts'
import { boardsInUse } from './boards-lock.ts'
import { ledgerTable } from './schema/ledger.ts'
import { standingTable } from './schema/standings.ts'
import { teamDayPlayerTable, teamDayTable } from './schema/team-days.ts'
import type { Session } from './session.ts'
import { moveCounts } from './standing-counts.ts'

/**
 * Adds to the ledger and moves every rollup by it; with a grade that was awarded before, nothing moves. Awards at the
 * same moment cannot lock each other out: each takes its player's rows first, then its team's, all time before the
 * shorter windows, which is the order of the two types.
 */
export async function award(session: Session, entry: LedgerEntry): Promise<void> {
  const { gradeId, workspaceId, playerId, roundId, points, day } = entry
  const teamId = entry.teamId ?? null
  const added = await session.prepared(sql`
    with turn as materialized (select ${boardsInUse(workspaceId)}),
    added as (
      insert into ${ledgerTable} (grade_id, workspace_id, player_id, team_id, round_id, points, day)
      select ${gradeId}, ${workspaceId}, ${playerId}, ${teamId}, ${roundId}, ${points}::int, ${day} from turn
      on conflict (grade_id) do nothing
      returning points
    ), moved as (
      insert into ${standingTable} as standing (workspace_id, board_window, starts_on, kind, subject_id, points)
      select ${workspaceId}, spans.board_window, spans.starts_on, subjects.kind, subjects.id, added.points
      from added,
        ${windowsOf(day)},
        (values ('players'::board_kind, ${playerId}::bigint), ('teams-sum', ${teamId}::bigint)) as subjects (kind, id)
      where subjects.id is not null and added.points <> 0
      order by subjects.kind, spans.board_window
      on conflict (workspace_id, board_window, starts_on, kind, subject_id)
      do update set points = standing.points + excluded.points
      returning board_window, starts_on, kind, points - ${points}::int as before, points as after
    ), counted as (${moveCounts(workspaceId, sql`moved`)})
    select from added`)
  if (added.length === 0 || teamId === null) return
  // Also without points: whoever answered counts among a team's best three, before one who lost some.
  if (points === 0) await waitForTeam(session, workspaceId, teamId)
  await moveTeamDay(session, { ...entry, teamId })
}

/** An award with points holds its team's rows by now; one without has moved none, and must not read beside another that moves them. */
async function waitForTeam(session: Session, workspaceId: number, teamId: number): Promise<void> {
  await session.prepared(sql`
    select from ${standingTable}
    where workspace_id = ${workspaceId} and board_window = 'all' and kind = 'teams-sum' and subject_id = ${teamId}
    for no key update`)
}

/** A statement of its own: it has to see what others did to the team before its rows were ours. */
async function moveTeamDay(session: Session, entry: LedgerEntry & { teamId: number }): Promise<void> {
  const { workspaceId, teamId, playerId, points, day } = entry
  const teamDay = sql`workspace_id = ${workspaceId} and team_id = ${teamId} and day = ${day}`
  await session.prepared(sql`
    with mine as (
      insert into ${teamDayPlayerTable} as mine (workspace_id, team_id, day, player_id, points)
      values (${workspaceId}, ${teamId}, ${day}, ${playerId}, ${points})
      on conflict (workspace_id, team_id, day, player_id) do update set points = mine.points + excluded.points
      returning points
    ), others as (
      select points from ${teamDayPlayerTable}
      where ${teamDay} and player_id <> ${playerId}
      order by points desc limit 3
    ), best as (
      select sum(points)::int as points
      from (select points from mine union all select points from others order by points desc limit 3) as three
    ), gained as (
      select best.points - coalesce((select best_three from ${teamDayTable} where ${teamDay}), 0) as points from best
    ), kept as (
      insert into ${teamDayTable} as kept (workspace_id, team_id, day, best_three, total)
      select ${workspaceId}, ${teamId}, ${day}, best.points, ${points} from best
      on conflict (workspace_id, team_id, day)
      do update set best_three = excluded.best_three, total = kept.total + excluded.total
    ), moved as (
      insert into ${standingTable} as standing (workspace_id, board_window, starts_on, kind, subject_id, points)
      select ${workspaceId}, spans.board_window, spans.starts_on, 'teams-best-three', ${teamId}, gained.points
      from gained, ${windowsOf(day)}
      where gained.points <> 0
      order by spans.board_window
      on conflict (workspace_id, board_window, starts_on, kind, subject_id)
      do update set points = standing.points + excluded.points
      returning board_window, starts_on, kind, points - (select points from gained) as before, points as after
    )
    ${moveCounts(workspaceId, sql`moved`)}`)
}

/** The windows that hold a day, as rows (board_window, starts_on). */
function windowsOf(day: string): SQL {
  const rows = boardWindows.map((window) => sql`(${window}::board_window, ${windowStart(day, window)}::date)`)
  return sql`(values ${sql.join(rows, sql`, `)}) as spans (board_window, starts_on)`
}
