import { Client } from 'pg'

export const players = 1_000
const topics = 13
const questions = 350
const channels = 2

/**
 * A year of a workspace that asks in two channels every working day, up to `today`. One player answers every question,
 * every fourth with a second try, and practices 200 of them. Each of the others answers every second day in one
 * channel. Resolves with the busy player's id and number of answers.
 */
export async function seedYear(
  url: string,
  { workspaceId, today, people = players }: { workspaceId: number; today: string; people?: number },
): Promise<{ playerId: number; given: number; all: number }> {
  const client = new Client({ connectionString: url, query_timeout: 0 })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(
      `insert into questions (id, version, current, topic, difficulty, body, synonyms)
       select 'year-' || number, version, true, 'topic-' || number % ${topics}, difficulty, body, synonyms
       from (select * from questions where current limit 1) as one, generate_series(1, ${questions}) as number`,
    )
    await client.query(
      `insert into channels (workspace_id, ref, name)
       select $1, 'slack:TYEAR:C' || number, 'quiz' from generate_series(1, ${channels}) as number`,
      [workspaceId],
    )
    await client.query(
      `insert into players (workspace_id, ref, name, goal, streak)
       select $1, 'slack:TYEAR:U' || number, 'Player ' || number, 4, jsonb_build_object(
         'current', 200, 'longest', 200, 'freezes', 2, 'lastDay', $2::text, 'channels',
         (select jsonb_object_agg(id, $2::text) from channels where workspace_id = $1)
       ) from generate_series(1, ${people}) as number`,
      [workspaceId, today],
    )
    await client.query(
      `insert into rounds (workspace_id, channel_id, question_id, question_version, kind, local_date, attempts, state,
         created_at, opened_at, closed_at, revealed_at)
       select $1, channel.id, 'year-' || 1 + (extract(doy from asked.day)::int * 2 + channel.id) % ${questions},
         (select version from questions where id = 'year-1'), 'scheduled', asked.day::date, 2,
         case when asked.day = $2::date then 'open' else 'closed' end, asked.day, asked.day,
         case when asked.day < $2::date then asked.day end, case when asked.day < $2::date then asked.day end
       from channels as channel, generate_series($2::date - 364, $2::date, '1 day') as asked (day)
       where channel.workspace_id = $1 and extract(isodow from asked.day) < 6 order by asked.day, channel.id`,
      [workspaceId, today],
    )
    const busy = `player.ref = 'slack:TYEAR:U1'`
    await client.query(
      `insert into answers (workspace_id, round_id, player_id, attempt, text, state, received_at)
       select $1, round.id, player.id, attempt,
         'A temporary dyno for ' || (array['migrations', 'jobs', 'a console', 'the web', 'tests'])[1 + player.id % 5] || ' no. ' || player.id * 7 % 60,
         'told',
         round.local_date + interval '10 hours' + attempt * interval '1 minute'
       from players as player
       join rounds as round on round.workspace_id = player.workspace_id
         and (${busy} or (round.id + player.id) % ${2 * channels} = 0)
       cross join generate_series(1, 2) as attempt
       where player.workspace_id = $1 and (attempt = 1 or (${busy} and round.id % 4 = 0))
       order by round.id`,
      [workspaceId],
    )
    await client.query(
      `insert into grades (answer_id, question_version, score, verdict, findings, cause, earned, graded_at)
       select id, 'v1', 1, (array['correct', 'correct', 'partial', 'incorrect'])[1 + (hashtext(text) & 3)],
         jsonb_build_object('misconceptions', '[]'::jsonb, 'readings', '[]'::jsonb, 'points', jsonb_build_array(
           jsonb_build_object('id', 'one-off', 'found', id % 4 < 2, 'evidence', '[{"start": 2, "end": 16}]'::jsonb),
           jsonb_build_object('id', 'admin-task', 'found', id % 3 = 0, 'evidence', '[]'::jsonb)
         )), 'graded', (id % 4) * 8, received_at
       from answers where workspace_id = $1 order by id`,
      [workspaceId],
    )
    await client.query(
      `insert into ledger (grade_id, workspace_id, player_id, round_id, points, day)
       select grade.id, answer.workspace_id, answer.player_id, answer.round_id, grade.earned, round.local_date
       from grades as grade join answers as answer on answer.id = grade.answer_id
       join rounds as round on round.id = answer.round_id where answer.workspace_id = $1`,
      [workspaceId],
    )
    await client.query(
      `insert into practice (player_id, question_id, question_version, card)
       select player.id, question.id, question.version, jsonb_build_object('due', to_char(due, $2), 'memory',
         jsonb_build_object('stability', 12, 'difficulty', 5, 'due', to_char(due, $2), 'last_review', to_char(due - interval '12 days', $2)))
       from players as player, (select *, $3::date - 20 + (split_part(id, '-', 2)::int % 40) as due from questions
         where id like 'year-%' order by id limit 200) as question
       where player.workspace_id = $1 and ${busy}`,
      [workspaceId, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"', today],
    )
    await client.query('commit')
    await client.query('vacuum analyze')
    const { rows } = await client.query<{ id: string; given: number; all: number }>(
      `select player.id, (select count(*)::int from answers where player_id = player.id) as given,
         (select count(*)::int from answers where workspace_id = $1) as all
       from players as player where player.workspace_id = $1 and ${busy}`,
      [workspaceId],
    )
    const [row] = rows
    if (!row) throw new Error('nobody was seeded')
    return { playerId: Number(row.id), given: row.given, all: row.all }
  } finally {
    await client.end()
  }
}
