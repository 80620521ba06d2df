import { Client } from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { migrate, openStore } from '../../src/adapters/postgres/index.ts'
import { migrationsFolder } from '../kit/servers/migrations-folder.ts'
import { createDatabase } from '../kit/servers/postgres.ts'

/** Rows as the previous release wrote them. T2 is a guest in T1's channel, and also plays in their own workspace. */
const asItWas = `
  insert into questions (id, version, current, topic, difficulty, body, synonyms) values ('q', 'v1', true, 'dynos', 'easy', '{}', '{}');
  insert into workspaces (ref, platform, name) values ('slack:T1', 'slack', 'Home'), ('slack:T2', 'slack', 'Guests');
  insert into channels (workspace_id, ref, name) values (1, 'slack:T1:C1', 'quiz'), (2, 'slack:T2:C2', 'quiz');
  insert into teams (workspace_id, name, name_key) values (1, 'Home team', 'home team'), (2, 'Away team', 'away team');
  insert into players (workspace_id, ref, name, team_id) values
    (1, 'slack:T1:U1', 'Ada', 1), (2, 'slack:T2:U2', 'Eve', 2), (1, 'slack:T2:U3', 'First seen as a guest', null);
  insert into rounds (workspace_id, channel_id, question_id, question_version, kind, local_date, attempts, state) values
    (1, 1, 'q', 'v1', 'scheduled', '2026-03-02', 2, 'closed'), (2, 2, 'q', 'v1', 'scheduled', '2026-03-02', 2, 'closed');
  insert into answers (round_id, player_id, team_id, attempt, text, received_at) values
    (1, 1, 1, 1, 'at home', now()), (1, 2, 2, 1, 'as a guest', now()), (2, 2, 2, 1, 'at her home', now()), (1, 3, null, 1, 'new here', now());
  insert into grades (answer_id, question_version, score, verdict, findings, cause, earned, graded_at)
    select id, 'v1', 1, 'correct', '{}', 'graded', 10, now() from answers order by id;
  insert into ledger (grade_id, workspace_id, player_id, team_id, round_id, points, day)
    select grades.id, rounds.workspace_id, player_id, team_id, round_id, 10, '2026-03-02'
    from grades join answers on answers.id = answer_id join rounds on rounds.id = round_id order by grades.id;`

it('guests from the previous release become players of the workspace where they played, with the points they earned there', async () => {
  const [database, folder] = await Promise.all([createDatabase({ empty: true }), migrationsFolder()])
  const client = new Client({ connectionString: database.url })
  const store = openStore({ url: database.url, poolSize: 1, onError: () => {} })
  onTestFinished(async () => {
    await store.close()
    await client.end()
    await Promise.all([database.drop(), folder.remove()])
  })
  await folder.endWith('0003_secret_questions')
  await migrate(database.url, undefined, folder.path)
  await client.connect()
  await client.query(asItWas)
  for (const id of [1, 2]) await store.boards.rebuild(id)
  await migrate(database.url)

  const { rows: players } = await client.query(
    'select workspace_id::int as workspace, ref, name, team_id::int as team from players order by id',
  )
  expect(players).toEqual([
    { workspace: 1, ref: 'slack:T1:U1', name: 'Ada', team: 1 },
    { workspace: 2, ref: 'slack:T2:U2', name: 'Eve', team: 2 },
    { workspace: 1, ref: 'slack:T1:U3', name: 'First seen as a guest', team: null },
    { workspace: 1, ref: 'slack:T1:U2', name: 'Eve', team: null },
  ])
  const { rows: answers } = await client.query(
    'select text, player_id::int as player, team_id::int as team, workspace_id::int as workspace from answers order by id',
  )
  expect(answers).toEqual([
    { text: 'at home', player: 1, team: 1, workspace: 1 },
    { text: 'as a guest', player: 4, team: null, workspace: 1 },
    { text: 'at her home', player: 2, team: 2, workspace: 2 },
    { text: 'new here', player: 3, team: null, workspace: 1 },
  ])
  await store.boards.rebuild(1)
  expect(await store.boards.differences(1)).toEqual([])

  await store.workspaces.remove('slack:T2')
  const { rows: left } = await client.query('select text from answers where workspace_id = 1 order by id')
  expect(left).toHaveLength(3)
  const foreign =
    'insert into answers (workspace_id, round_id, player_id, attempt, text, received_at) values (2, 1, 1, 2, $1, now())'
  await expect(client.query(foreign, ['across'])).rejects.toThrow(/violates foreign key/)
})
