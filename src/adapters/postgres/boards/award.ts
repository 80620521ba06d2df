import { windowStart } from '../../../domain/calendar.ts'
import { boardWindows } from '../../../domain/standings.ts'
import type { LedgerEntry } from '../../../ports/store/boards.ts'
import { ledgerTable } from '../schema/ledger.ts'
import { standingTable } from '../schema/standings.ts'
import { teamDayPlayerTable, teamDayTable } from '../schema/team-days.ts'
import { type SQL, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { type Given, statement } from '../sql/statement.ts'
import { boardsInUse } from './boards-lock.ts'

const given = {
  workspaceId: sql`${sql.placeholder('workspaceId')}::bigint`,
  playerId: sql`${sql.placeholder('playerId')}::bigint`,
  teamId: sql`${sql.placeholder('teamId')}::bigint`,
  roundId: sql`${sql.placeholder('roundId')}::bigint`,
  points: sql`${sql.placeholder('points')}::int`,
  day: sql`${sql.placeholder('day')}::date`,
}

/**
 * Adds to the ledger and moves every rollup by it; with a grade that was awarded before, nothing moves. Awards at the
 * same moment cannot lock each other out: each takes its player's rows first, then its team's, all time before the
 * shorter windows, which is the order of the two types.
 */
export async function award(session: Session, entry: LedgerEntry): Promise<void> {
  const added = await session.run(awarded, { ...entryGiven(entry), gradeId: entry.gradeId })
  if (added.length > 0) await awardTeam(session, entry)
}

/**
 * Parts of a statement, for one that has `grade` with the id of the grade, and in whose transaction `turn` was taken
 * before: `added` is a row where the grade was not awarded before.
 */
export const ledgerAndStandings = sql`
  added as (
    insert into ${ledgerTable} (grade_id, workspace_id, player_id, team_id, round_id, points, day)
    select grade.id, ${given.workspaceId}, ${given.playerId}, ${given.teamId}, ${given.roundId}, ${given.points}, ${given.day}
    from grade
    on conflict (grade_id) do nothing
    returning points
  ), moved as (
    insert into ${standingTable} as standing (workspace_id, board_window, starts_on, kind, subject_id, points)
    select ${given.workspaceId}, spans.board_window, spans.starts_on, subjects.kind, subjects.id, added.points
    from added,
      ${windows()},
      (values ('players'::board_kind, ${given.playerId}), ('teams-sum', ${given.teamId})) as subjects (kind, id)
    where subjects.id is not null and added.points <> 0
    order by subjects.kind, spans.board_window
    on conflict (workspace_id, board_window, starts_on, kind, subject_id)
    do update set points = standing.points + excluded.points
  )`

const awarded = statement(sql`
  with turn as materialized (select ${boardsInUse(given.workspaceId)}),
  grade as (select ${sql.placeholder('gradeId')}::bigint as id from turn),
  ${ledgerAndStandings}
  select from added`)

/** What the statements of an award are given. */
export function entryGiven({
  workspaceId,
  playerId,
  teamId,
  roundId,
  points,
  day,
}: Omit<LedgerEntry, 'gradeId'>): Given {
  const starts = Object.fromEntries(boardWindows.map((window) => [window, windowStart(day, window)]))
  return { workspaceId, playerId, teamId, roundId, points, day, ...starts }
}

/** The rest of an award whose points are for a team: the team's best three of the day. */
export async function awardTeam(session: Session, entry: Omit<LedgerEntry, 'gradeId'>): Promise<void> {
  if (entry.teamId === undefined) return
  // Also without points: whoever answered counts among a team's best three, before one who lost some.
  if (entry.points === 0) await session.send(teamWaitedFor, entryGiven(entry))
  await session.send(teamDayMoved, entryGiven(entry))
}

/**
 * An award with points holds its team's rows by now; one without has moved none, and must not read beside another that
 * moves them. The row is made where it is missing: nobody could wait for the very first points of a team otherwise.
 */
const teamWaitedFor = statement(sql`
  insert into ${standingTable} as standing (workspace_id, board_window, starts_on, kind, subject_id, points)
  values (${given.workspaceId}, 'all', ${sql.placeholder('all')}, 'teams-sum', ${given.teamId}, 0)
  on conflict (workspace_id, board_window, starts_on, kind, subject_id) do update set points = standing.points`)

const teamDay = sql`workspace_id = ${given.workspaceId} and team_id = ${given.teamId} and day = ${given.day}`

/** A statement of its own: it has to see what others did to the team before its rows were ours. */
const teamDayMoved = statement(sql`
  with mine as (
    insert into ${teamDayPlayerTable} as mine (workspace_id, team_id, day, player_id, points)
    values (${given.workspaceId}, ${given.teamId}, ${given.day}, ${given.playerId}, ${given.points})
    on conflict (workspace_id, team_id, day, player_id) do update set points = mine.points + excluded.points
    returning points
  ), others as (
    select points from ${teamDayPlayerTable}
    where ${teamDay} and player_id <> ${given.playerId}
    order by points desc limit 3
  ), best as (
    select sum(points)::int as points
    from (select points from mine union all select points from others order by points desc limit 3) as three
  ), gained as (
    select best.points - coalesce((select best_three from ${teamDayTable} where ${teamDay}), 0) as points from best
  ), kept as (
    insert into ${teamDayTable} as kept (workspace_id, team_id, day, best_three, total)
    select ${given.workspaceId}, ${given.teamId}, ${given.day}, best.points, ${given.points} from best
    on conflict (workspace_id, team_id, day)
    do update set best_three = excluded.best_three, total = kept.total + excluded.total
  ), moved as (
    insert into ${standingTable} as standing (workspace_id, board_window, starts_on, kind, subject_id, points)
    select ${given.workspaceId}, spans.board_window, spans.starts_on, 'teams-best-three', ${given.teamId}, gained.points
    from gained, ${windows()}
    where gained.points <> 0
    order by spans.board_window
    on conflict (workspace_id, board_window, starts_on, kind, subject_id)
    do update set points = standing.points + excluded.points
  )
  select from mine`)

/** The windows that hold the day, as rows (board_window, starts_on). */
function windows(): SQL {
  const rows = boardWindows.map(
    (window) => sql`(${sql.raw(`'${window}'`)}::board_window, ${sql.placeholder(window)}::date)`,
  )
  return sql`(values ${sql.join(rows, sql`, `)}) as spans (board_window, starts_on)`
}
