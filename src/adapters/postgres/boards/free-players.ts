import type { FreePlayer } from '../../../ports/store/teams.ts'
import { ledgerTable } from '../schema/ledger.ts'
import { playerTable } from '../schema/players.ts'
import { teamTable } from '../schema/teams.ts'
import { sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { withoutNulls } from '../sql/without-nulls.ts'

type Row = { id: string; name: string; team_id: string | null; points: number | null }

/** Locks teams before players, in a mode that doesn't block players who join a team. */
export async function freePlayers(
  { db }: Session,
  workspaceId: number,
  { first, last }: { first: string; last: string },
  lock?: 'lock',
): Promise<FreePlayer[]> {
  if (lock) {
    await db.execute(sql`select from ${teamTable} where workspace_id = ${workspaceId} order by id for no key update`)
  }
  const { rows } = await db.execute<Row>(sql`
    select player.id, player.name, player.team_id, earned.points
    from ${playerTable} as player
    left join ${teamTable} as team on team.id = player.team_id
    left join (
      select player_id, sum(points)::int as points from ${ledgerTable}
      where workspace_id = ${workspaceId} and day between ${first} and ${last}
      group by player_id
    ) as earned on earned.player_id = player.id
    where player.workspace_id = ${workspaceId} and player.forgotten_at is null and team.linked_ref is null
      and (player.team_id is not null or earned.player_id is not null)
    order by player.id ${lock ? sql`for no key update of player` : sql``}`)
  return rows.map(({ id, name, team_id, points }) =>
    withoutNulls({ id: Number(id), name, teamId: team_id === null ? null : Number(team_id), points }),
  )
}
