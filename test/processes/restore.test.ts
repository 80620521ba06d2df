import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/adapters/postgres/index.ts'
import { examine } from '../../src/cli/doctor/examine.ts'
import { answerAll, answerStates, ask, gather } from '../kit/people/crowd.ts'
import { type QuizProcesses, quizProcesses } from '../kit/product/quiz-processes.ts'
import { testBank } from '../kit/product/quiz-world.ts'
import { at } from '../kit/servers/postgres.ts'
import { startPostgresWithTools, toolsFolder } from '../kit/servers/postgres-with-tools.ts'

const tools = await toolsFolder()
if (!tools)
  console.log('Left out, a backup and its restore: no Postgres with pg_dump (Debian: apt-get install postgresql)')

const people = 12

/** The steps of docs/operate.md, in their order. Heroku's backups are made by the same tools in the same format. */
it.skipIf(!tools)(
  'a backup from the middle of the game is restored with the same boards, and waiting answers are graded',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-restore-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const server = await startPostgresWithTools(tools ?? '')
    onTestFinished(server.stop)
    const on = async (name: string): Promise<QuizProcesses> => {
      await ask(server.url, `create database ${name}`)
      const quiz = await quizProcesses({}, { database: { url: at(server.url, name), drop: async () => {} } })
      onTestFinished(quiz.close)
      return quiz
    }

    const lost = await on('lost')
    expect(await lost.release()).toMatchObject({ status: 0 })
    const [web, worker] = await Promise.all([lost.start('web'), lost.start('worker')])
    const guests = await gather(lost, [web], people)
    await answerAll(guests.slice(0, people / 2))
    await expect.poll(() => answerStates(lost.databaseUrl), { timeout: 20_000 }).toEqual({ told: people / 2 })
    // These answers are accepted but not graded.
    await worker.kill('SIGTERM')
    await answerAll(guests.slice(people / 2))
    const dump = join(folder, 'latest.dump')
    await server.tool('pg_dump', '--format=custom', `--file=${dump}`, `--dbname=${lost.databaseUrl}`)
    await web.kill('SIGTERM')

    const restored = await on('restored')
    // Restores over a database in use, as after an accident, and then again, as after a mistake.
    expect(await restored.release()).toMatchObject({ status: 0 })
    for (const _ of ['once', 'again']) {
      const words = ['--no-acl', '--no-owner', '--clean', '--if-exists', `--dbname=${restored.databaseUrl}`, dump]
      await server.tool('pg_restore', ...words)
    }
    expect(await restored.release()).toEqual({
      status: 0,
      output: 'The database is up to date\nQuestion bank: 1 question (0 new, 0 changed, 0 retired)\n',
    })
    const environment = { DYNO: 'run.1', DATABASE_URL: restored.databaseUrl, QUIZ_QUESTIONS: testBank }
    const findings = await examine({ ...environment, APP_SECRET: 'a secret of the tests that is long enough' })
    expect(findings.filter(({ state }) => state === 'wrong')).toEqual([])

    await restored.start('worker')
    await expect.poll(() => answerStates(restored.databaseUrl), { timeout: 60_000 }).toEqual({ told: people })
    const store = openStore({ url: restored.databaseUrl, poolSize: 1, onError: () => {} })
    onTestFinished(store.close)
    expect(await store.boards.differences(1)).toEqual([])
    expect(await ask(restored.databaseUrl, 'select sum(earned)::int as points from grades')).toEqual([
      { points: people * 10 },
    ])
  },
  180_000,
)
