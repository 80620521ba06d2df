import { Client } from 'pg'

/**
 * Adds ungraded answers by different players in some teams of the workspace. Resolves with their ids, which are
 * consecutive.
 */
export async function seedAnswers(
  url: string,
  { roundId, workspaceId, count, teams }: { roundId: number; workspaceId: number; count: number; teams: number },
): Promise<number[]> {
  const client = new Client({ connectionString: url, query_timeout: 0 })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into teams (workspace_id, name, name_key)
       select $1, 'Team ' || team, 'team' || team from generate_series(1, $2::int) as team on conflict do nothing`,
      [workspaceId, teams],
    )
    const { rows } = await client.query<{ id: string }>(
      `with team as (
         select id, row_number() over (order by id) - 1 as place from teams where workspace_id = $1
       ), member as (
         insert into players (workspace_id, ref, name, team_id)
         select $1, 'bench:' || gen_random_uuid(), 'Player ' || number, team.id
         from generate_series(1, $2::int) as number join team on team.place = number % $3
         returning id, team_id
       )
       insert into answers (round_id, player_id, team_id, attempt, text, words_key, state, event_id, received_at)
       select $4, id, team_id, 1, 'A temporary dyno for migrations, ' || id, md5(id::text), 'received', 'bench-' || id, now()
       from member returning id`,
      [workspaceId, count, teams, roundId],
    )
    await client.query('commit')
    await client.query('vacuum analyze')
    return rows.map(({ id }) => Number(id)).sort((a, b) => a - b)
  } finally {
    await client.end()
  }
}
