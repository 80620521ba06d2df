import { windowStart } from '../../domain/calendar.ts'
import { answerTable } from './schema/answers.ts'
import { playerTable } from './schema/players.ts'
import { standingTable } from './schema/standings.ts'
import { teamTable } from './schema/teams.ts'
import { workspaceTable } from './schema/workspaces.ts'
import { sql } from './sql/drizzle.ts'
import type { Session } from './sql/session.ts'

const isOnBoard = sql`exists (
  select from ${standingTable}
  where workspace_id = team.workspace_id and board_window = 'all' and starts_on = ${windowStart('2026-01-01', 'all')}
    and kind = 'teams-sum' and subject_id = team.id
)`

/**
 * Removes the teams, or the given one, that have no members, no group and no answers, so that no board and no answer
 * refers to them. The rows are locked before the check, so that nobody can join a team while it is removed.
 */
export async function removeUnusedTeams({ db }: Session, workspaceId: number, teamId?: number): Promise<void> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from ${teamTable} as team
    where workspace_id = ${workspaceId} and linked_ref is null
      and id = coalesce(${teamId ?? null}::bigint, id)
      and not exists (select from ${playerTable} where team_id = team.id)
    order by id for update`)
  if (rows.length === 0) return
  await db.execute(sql`
    delete from ${teamTable} as team
    where id = any (${`{${rows.map(({ id }) => id).join()}}`}::bigint[]) and linked_ref is null
      and not exists (select from ${playerTable} where team_id = team.id)
      and not ${isOnBoard}
      and not exists (select from ${answerTable} where state = 'received' and team_id = team.id)`)
}

/**
 * Whether the workspace may create another team. Until the transaction ends, no other transaction can create one. A
 * team without members stays on its boards and doesn't count, because there are never many of them.
 */
export async function roomForTeam(session: Session, workspaceId: number, most: number): Promise<boolean> {
  const { db } = session
  await db.execute(sql`select from ${workspaceTable} where id = ${workspaceId} for no key update`)
  const isRoom = async () => {
    const { rows } = await db.execute<{ count: number }>(sql`
      select count(*)::int as count from ${teamTable} as team
      where workspace_id = ${workspaceId} and (
        linked_ref is not null or exists (select from ${playerTable} where team_id = team.id) or not ${isOnBoard}
      )`)
    return (rows[0]?.count ?? 0) < most
  }
  if (await isRoom()) return true
  await removeUnusedTeams(session, workspaceId)
  return isRoom()
}
