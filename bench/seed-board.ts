import { Client } from 'pg'
import { migrate, openStore } from '../src/adapters/postgres/index.ts'

export type Size = { players: number; teams: number }

export const answersEach = 10

export const lastDay = '2026-06-26'
const rounds = 250

/**
 * Fills an empty database with one workspace, whose players answered questions on the working days of a year. The data
 * is the same in each run. Resolves with the workspace's id.
 */
export async function seedBoard(url: string, { players, teams }: Size): Promise<number> {
  await migrate(url)
  const store = openStore({ url, poolSize: 1, onError: () => {} })
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const workspace = await store.workspaces.recognise({ ref: 'slack:T1', name: 'Bench' })
    const channel = await store.channels.recognise(workspace.id, { ref: 'slack:T1:C1', name: 'general' })
    await client.query('begin')
    // Checking the foreign keys of four million new rows would take longer than everything else.
    await client.query('set local session_replication_role = replica')
    await client.query(`
      insert into questions (id, version, current, topic, difficulty, body, synonyms)
      values ('bench', 'v1', true, 'dynos', 'hard', '{}', '{}')`)
    await client.query(
      `insert into rounds (workspace_id, channel_id, question_id, question_version, kind, local_date, attempts, state)
       select $1, $2, 'bench', 'v1', 'scheduled', day, 1, 'closed'
       from (
         select day::date from generate_series($3::date - 400, $3::date, '1 day') as day
         where extract(isodow from day) < 6 order by day desc limit ${rounds}
       ) as days order by day`,
      [workspace.id, channel.id, lastDay],
    )
    await client.query(
      `insert into teams (workspace_id, name, name_key)
       select $1, 'Team ' || team, 'team' || team from generate_series(1, $2::int) as team`,
      [workspace.id, teams],
    )
    await client.query(
      `insert into players (workspace_id, ref, name, team_id)
       select $1, 'slack:T1:U' || player, 'Player ' || player, 1 + player % $3::int
       from generate_series(1, $2::int) as player`,
      [workspace.id, players, teams],
    )
    // One player in fifty answers nearly every second day, and the others eight times a year, which is ten times on
    // average.
    await client.query(`
      insert into answers (round_id, player_id, team_id, attempt, text, words_key, state, event_id, received_at)
      select 1 + ((hashint8(player.id) & 65535) + number * 37) % ${rounds}, player.id, player.team_id, 1,
        'Answer ' || number, md5('answer ' || number), 'told', 'event-' || number, now()
      from players as player, generate_series(0, case when player.id % 50 = 0 then 107 else 7 end) as number`)
    await client.query(`
      insert into grades (answer_id, question_version, score, verdict, findings, cause, earned, graded_at)
      select id, 'v1', 1, 'correct', '{"points": [], "misconceptions": [], "readings": []}', 'graded',
        floor(31 * power((hashint8(id) & 65535) / 65536.0, 1 + player_id % 4)), now()
      from answers`)
    await client.query(
      `insert into ledger (grade_id, workspace_id, player_id, team_id, round_id, points, day)
       select grade.id, $1, answer.player_id, answer.team_id, answer.round_id, grade.earned, round.local_date
       from grades as grade
       join answers as answer on answer.id = grade.answer_id
       join rounds as round on round.id = answer.round_id`,
      [workspace.id],
    )
    await client.query('commit')
    await client.query('vacuum analyze')
    await store.boards.rebuild(workspace.id)
    await client.query('vacuum analyze')
    return workspace.id
  } finally {
    await client.end()
    await store.close()
  }
}
