import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openLog } from '../../src/adapters/log/open-log.ts'
import { openApp } from '../../src/app/open-app.ts'
import { release } from '../../src/app/release.ts'
import { chatCommands } from '../../src/cli/chat-commands.ts'
import { examine } from '../../src/cli/doctor/examine.ts'
import { type AppConfig, readConfig, readDynoConfig } from '../../src/config/config.ts'
import { ConfigError } from '../../src/config/config-error.ts'
import { testBank } from '../kit/product/quiz-world.ts'
import { createDatabase, type TestDatabase } from '../kit/servers/postgres.ts'
import { pretendModule } from '../kit/services/pretend-module.ts'

const module = pretendModule()
const released: string[] = []
const closers: (() => Promise<unknown>)[] = []
let database: TestDatabase
let config: AppConfig
let web: ReturnType<Awaited<ReturnType<typeof openApp>>['web']>
let events = 0

beforeAll(async () => {
  database = await createDatabase()
  config = readDynoConfig(
    {
      PRETEND_TOKEN: 'abc',
      DATABASE_URL: database.url,
      APP_SECRET: 'a secret of the tests, long enough',
      PUBLIC_URL: 'https://quiz.test',
      QUIZ_QUESTIONS: testBank,
    },
    [module],
  )
  await release(config, (line) => released.push(line))
  const app = await openApp(config, openLog({ level: 'error', pretty: false, process: 'test' }))
  web = app.web()
  await app.work()
  closers.push(
    () => web.close(),
    () => app.close(),
    () => database.drop(),
  )
})
afterAll(async () => {
  for (const close of closers) await close()
})

async function types(words: string, token = 'abc'): Promise<{ status: number; kind?: string; text?: string }> {
  events += 1
  const headers = { authorization: `Bearer ${token}` }
  const payload = { id: `event-${events}`, person: 'ada', words }
  const response = await web.inject({ method: 'POST', url: '/pretend', headers, payload })
  return { status: response.statusCode, ...(response.statusCode === 200 ? response.json() : {}) }
}

describe('a chat platform that is only a module in the list', () => {
  it('takes part in the release', () => {
    expect(released).toContain('Pretend: all commands registered')
  })

  it('receives a command and posts a question', async () => {
    expect(await types('ask dynos', 'wrong')).toEqual({ status: 401 })
    expect(await types('ask dynos')).toMatchObject({ kind: 'private' })
    await vi.waitFor(() => expect(module.chat.said.map(({ how }) => how)).toContain('post'), 5000)
    const post = module.chat.said.find(({ how }) => how === 'post')
    expect(post).toMatchObject({ to: 'discord:W1:quiz', text: expect.stringContaining('What is a one-off dyno') })
  })

  it('receives an answer, and its player is told the grade', async () => {
    expect(await types('answer A temporary dyno for a db migration')).toMatchObject({ kind: 'pending' })
    await vi.waitFor(() => expect(module.chat.said.map(({ how }) => how)).toContain('tell'), 5000)
    const told = module.chat.said.find(({ how }) => how === 'tell')
    expect(told).toMatchObject({ to: 'discord:W1:ada', text: expect.stringContaining('That’s right') })
    expect((await types('leaderboard all players')).text).toMatch(/1\. ada 10/)
  })

  it('is offered on the front page', async () => {
    expect((await web.inject('/')).body).toContain('<a class="button" href="https://pretend.test/add?app=abc">')
  })

  it('has its variables checked', () => {
    expect(readConfig({}, [module]).chats).toEqual([])
    expect(() => readConfig({ PRETEND_TOKEN: 'a' }, [module])).toThrow(
      new ConfigError([
        {
          detail: 'PRETEND_TOKEN must have at least 3 characters',
          remedy: 'heroku config:set PRETEND_TOKEN=...',
        },
      ]),
    )
  })

  it('is examined by doctor', async () => {
    const environment = { DATABASE_URL: database.url, QUIZ_QUESTIONS: testBank }
    expect(await examine(environment, [module])).toContainEqual({
      ...{ what: 'Pretend', state: 'off', detail: 'not set up', remedy: 'heroku config:set PRETEND_TOKEN=...' },
    })
    const findings = await examine({ ...environment, PRETEND_TOKEN: 'abc' }, [module])
    expect(findings).toContainEqual({ what: 'Pretend', state: 'ok', detail: 'JSON' })
    expect(findings).toContainEqual({
      ...{ what: 'Pretend app', state: 'wrong', detail: 'nobody knows abc' },
      remedy: 'npm run quiz -- discord greet',
    })
  })

  it.each([
    [{}, [], 'Set PRETEND_TOKEN first.'],
    [{ PRETEND_TOKEN: 'abc' }, [], 'Hello abc\n'],
    [{ PRETEND_TOKEN: 'abc' }, ['--json'], '{\n  "token": "abc"\n}\n'],
  ])('adds commands for operators: %j %j', async (environment, options, expected) => {
    const { stdout, env } = process
    const write = stdout.write
    const printed: unknown[] = []
    try {
      process.env = environment
      stdout.write = (chunk) => printed.push(chunk) > 0
      const program = new Command()
      chatCommands(program, [module])
      const run = program.parseAsync(['discord', 'greet', ...options], { from: 'user' })
      await run.catch((error) => printed.push(error.message))
    } finally {
      process.env = env
      stdout.write = write
    }
    expect(printed).toEqual([expected])
  })
})
