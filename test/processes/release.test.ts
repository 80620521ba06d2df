import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ask } from '../kit/crowd.ts'
import { createDatabase } from '../kit/postgres.ts'
import { type QuizProcesses, quizProcesses } from '../kit/quiz-processes.ts'
import { layOut } from '../kit/slug.ts'

async function onEmptyDatabase(): Promise<QuizProcesses> {
  const quiz = await quizProcesses({}, { database: await createDatabase({ empty: true }) })
  onTestFinished(quiz.close)
  return quiz
}

const tables = (url: string): Promise<unknown[]> =>
  ask(url, "select table_name from information_schema.tables where table_schema in ('public', 'bullmq') order by 1")

it('runs three times at once and once more, and does its work once', async () => {
  const quiz = await onEmptyDatabase()
  const together = await Promise.all([quiz.release(), quiz.release(), quiz.release()])
  expect(together.map(({ status, output }) => [status, output.includes('Question bank: 1 questions')])).toEqual(
    Array.from({ length: 3 }, () => [0, true]),
  )
  expect(together.filter(({ output }) => output.includes('migrations applied'))).toHaveLength(1)
  expect(await quiz.release()).toMatchInlineSnapshot(`
    {
      "output": "The database is up to date
    Question bank: 1 questions (0 new, 0 changed, 0 retired)
    ",
      "status": 0,
    }
  `)
}, 60_000)

it('leaves the database as it was where a migration fails, and says why in one line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-release-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await layOut(folder)
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  const journal = join(folder, 'drizzle/meta/_journal.json')
  const written = JSON.parse(await readFile(journal, 'utf8')) as {
    entries: { idx: number; when: number; tag: string }[]
  }
  const last = written.entries.at(-1)
  if (!last) throw new Error('no migration yet')
  written.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_wrong' })
  await writeFile(journal, JSON.stringify(written))
  await writeFile(
    join(folder, 'drizzle/9999_wrong.sql'),
    'create table half_done ();\nalter table nowhere add column x int;',
  )

  const quiz = await quizProcesses({}, { root: folder, database: await createDatabase() })
  onTestFinished(quiz.close)
  const before = await tables(quiz.databaseUrl)
  expect(await quiz.release()).toEqual({
    status: 1,
    output: 'Release failed: The database was not migrated and is as it was: relation "nowhere" does not exist\n',
  })
  expect(await tables(quiz.databaseUrl)).toEqual(before)
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
  '%s: fails in one line and touches nothing',
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

it('with settings that are wrong, lists them all and what mends them', async () => {
  const quiz = await onEmptyDatabase()
  const { status, output } = await quiz.release({ APP_SECRET: '', REDIS_URL: 'localhost', SLACK_BOT_TOKEN: 'xoxb-1' })
  expect(status).toBe(1)
  expect(output).toMatchInlineSnapshot(`
    "The settings are not right:
      - REDIS_URL must be an address such as redis://host:6379
      - APP_SECRET is missing
      - SLACK_SIGNING_SECRET is missing, other Slack settings are there (https://api.slack.com/apps, Basic Information, Signing Secret)
    On Heroku this mends them:
      heroku config:set REDIS_URL=...
      heroku config:set APP_SECRET=$(openssl rand -hex 32)
      heroku config:set SLACK_SIGNING_SECRET=...
    "
  `)
}, 60_000)
