import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { ask } from '../kit/people/crowd.ts'
import { type QuizProcesses, quizProcesses } from '../kit/product/quiz-processes.ts'
import { layOut } from '../kit/product/slug.ts'
import { migrationsFolder } from '../kit/servers/migrations-folder.ts'
import { createDatabase } from '../kit/servers/postgres.ts'

async function onEmptyDatabase(): Promise<QuizProcesses> {
  const quiz = await quizProcesses({}, { database: await createDatabase({ empty: true }) })
  onTestFinished(quiz.close)
  return quiz
}

const columns = (url: string): Promise<unknown[]> =>
  ask(
    url,
    `select table_name, column_name, data_type, is_nullable from information_schema.columns
     where table_schema in ('public', 'bullmq') order by 1, 2`,
  )

const tables = (url: string): Promise<unknown[]> =>
  ask(url, "select table_name from information_schema.tables where table_schema in ('public', 'bullmq') order by 1")

it('does its work once, even if it runs three times at the same time and once more', async () => {
  const quiz = await onEmptyDatabase()
  const together = await Promise.all([quiz.release(), quiz.release(), quiz.release()])
  expect(together.map(({ status, output }) => [status, output.includes('Question bank: 1 question')])).toEqual(
    Array.from({ length: 3 }, () => [0, true]),
  )
  expect(together.filter(({ output }) => output.includes('migrations applied'))).toHaveLength(1)
  expect(await quiz.release()).toMatchInlineSnapshot(`
    {
      "output": "The database is up to date
    Question bank: 1 question (0 new, 0 changed, 0 retired)
    ",
      "status": 0,
    }
  `)
}, 60_000)

/** The app as on a dyno, with one additional migration. */
async function withMigration(statements: string): Promise<QuizProcesses> {
  const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-release-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await layOut(folder)
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  const migrations = await migrationsFolder(join(folder, 'drizzle'))
  await migrations.add(statements)
  const quiz = await quizProcesses({}, { root: folder, database: await createDatabase() })
  onTestFinished(quiz.close)
  return quiz
}

it.each([
  [
    'its second statement',
    'create table half_done ();\nalter table nowhere add column x int;',
    'relation "nowhere" does not exist',
  ],
  [
    'rows that are there',
    "insert into workspaces (ref, platform, name) values ('slack:T1', 'slack', 'one');\nalter table workspaces add column mood text not null;",
    'column "mood" of relation "workspaces" contains null values',
  ],
  [
    'a slip of the pen',
    'create table half_done ();--> statement-breakpoint\ncreate tabel x ();',
    'syntax error at or near "tabel"',
  ],
])(
  'doesn’t change the database if a migration fails for %s, and reports the reason in one line',
  async (_what, statements, reason) => {
    const quiz = await withMigration(statements)
    const before = await columns(quiz.databaseUrl)
    expect(await quiz.release()).toEqual({
      status: 1,
      output: `Release failed: The database was not migrated. Nothing was changed: ${reason}\n`,
    })
    expect(await columns(quiz.databaseUrl)).toEqual(before)
    expect(await ask(quiz.databaseUrl, 'select from workspaces')).toEqual([])
  },
  60_000,
)

it('gives up on a migration that has to wait for a lock, changes nothing, and can be run again', async () => {
  const quiz = await withMigration('create table half_done ();\nalter table answers add column mood text;')
  const before = await columns(quiz.databaseUrl)
  const reader = new Client({ connectionString: quiz.databaseUrl })
  await reader.connect()
  onTestFinished(() => reader.end())
  await reader.query('begin')
  await reader.query('select from answers')

  const began = performance.now()
  expect(await quiz.release()).toEqual({
    status: 1,
    output:
      'Release failed: The database was not migrated. Nothing was changed: canceling statement due to lock timeout\n',
  })
  // Five attempts of two seconds, with pauses for other statements.
  expect(performance.now() - began).toBeLessThan(25_000)
  await reader.query('rollback')
  expect(await columns(quiz.databaseUrl)).toEqual(before)
  // The same release succeeds after the lock is released.
  expect(await quiz.release()).toMatchObject({ status: 0 })
}, 60_000)

it.each([
  ['a question bank that is not there', { QUIZ_QUESTIONS: 'nowhere' }, /^Release failed: .*nowhere.*\n$/],
  [
    'a database that is not there',
    { DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z' },
    /^Release failed: .*ECONNREFUSED.*\n$/,
  ],
  [
    'a server without TLS where TLS is asked for',
    { DATABASE_URL: '?sslmode=require' },
    /^Release failed: .*sslmode=disable.*\n$/,
  ],
])(
  '%s: fails with one line and changes nothing',
  async (_what, wrong, line) => {
    const quiz = await onEmptyDatabase()
    const added = Object.entries(wrong).map(([name, value]) => [
      name,
      value.startsWith('?') ? `${quiz.databaseUrl}${value}` : value,
    ])
    const { status, output } = await quiz.release(Object.fromEntries(added))
    expect([status, output]).toEqual([1, expect.stringMatching(line)])
    expect(await tables(quiz.databaseUrl)).toEqual([])
  },
  60_000,
)

it('lists all wrong settings and how to fix them', async () => {
  const quiz = await onEmptyDatabase()
  const { status, output } = await quiz.release({ APP_SECRET: '', REDIS_URL: 'localhost', SLACK_BOT_TOKEN: 'xoxb-1' })
  expect(status).toBe(1)
  expect(output).toMatchInlineSnapshot(`
    "Some settings are wrong:
      - REDIS_URL must be an address such as redis://host:6379
      - APP_SECRET is missing
      - SLACK_SIGNING_SECRET is missing, although other Slack settings are set (https://api.slack.com/apps, Basic Information, Signing Secret)
    On Heroku, this fixes them:
      heroku config:unset REDIS_URL
      heroku config:set APP_SECRET=$(openssl rand -hex 32)
      heroku config:set SLACK_SIGNING_SECRET=...
    "
  `)
}, 60_000)
