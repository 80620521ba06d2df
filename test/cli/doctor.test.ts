import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createQueue, migrateQueue } from '../../src/adapters/bullmq/index.ts'
import { openStore } from '../../src/adapters/postgres/index.ts'
import { examine } from '../../src/cli/doctor/examine.ts'
import { messageSamples } from '../../src/cli/doctor/message-samples.ts'
import { settingNames } from '../../src/config/variables.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { application } from '../kit/discord/discord-payloads.ts'
import { publicKey } from '../kit/discord/discord-request.ts'
import { startDiscordServer } from '../kit/discord/discord-server.ts'
import { herokuCommands } from '../kit/product/heroku-commands.ts'
import { testBank } from '../kit/product/quiz-world.ts'
import { createDatabase, type TestDatabase } from '../kit/servers/postgres.ts'
import { startRedis, whyNoRedis } from '../kit/servers/redis.ts'
import { whyNoOpenssl } from '../kit/servers/self-signed.ts'
import { startSlackServer } from '../kit/slack/slack-server.ts'

type Environment = Record<string, string>

const run = promisify(execFile)
const noRedis = (await whyNoRedis()) ?? (await whyNoOpenssl())
if (noRedis) console.log(`Left out, what doctor says of Redis: ${noRedis}`)
const secret = 'APP_SECRET is long enough to be a secret'
const slack = { SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef', SLACK_BOT_TOKEN: 'xoxb-1' }
const oauth = { SLACK_SIGNING_SECRET: slack.SLACK_SIGNING_SECRET, SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'x' }
const discord = { DISCORD_PUBLIC_KEY: publicKey, DISCORD_APPLICATION_ID: application, DISCORD_TOKEN: 'x' }

let database: TestDatabase
let sound: Environment

beforeAll(async () => {
  database = await createDatabase()
  await migrateQueue(database.url)
  sound = {
    DYNO: 'run.1',
    DATABASE_URL: database.url,
    APP_SECRET: secret,
    PUBLIC_URL: 'https://quiz.test',
    QUIZ_QUESTIONS: testBank,
  }
  const store = openStore({ url: database.url, poolSize: 1, onError: () => {} })
  await store.questions.load([aQuestion('one')])
  await store.close()
})

afterAll(async () => {
  await database?.drop()
})

describe('doctor shows problems with a setting and how to fix them', () => {
  const unset = (name: string): string => `heroku config:unset ${name}`
  const fill = (name: string): string => `heroku config:set ${name}=...`
  const table: [name: string, wrong: Environment, remedy: string][] = [
    ['PORT', { PORT: 'x' }, unset('PORT')],
    ['DATABASE_URL', { DATABASE_URL: 'localhost' }, 'heroku pg:promote HEROKU_POSTGRESQL_...'],
    ['DATABASE_POOL_SIZE', { DATABASE_POOL_SIZE: '0' }, unset('DATABASE_POOL_SIZE')],
    ['DATABASE_LIMIT_GB', { DATABASE_LIMIT_GB: '0' }, unset('DATABASE_LIMIT_GB')],
    ['REDIS_URL', { REDIS_URL: 'localhost:6379' }, unset('REDIS_URL')],
    ['PUBLIC_URL', { PUBLIC_URL: 'quiz.test' }, unset('PUBLIC_URL')],
    ['PUBLIC_CONTACT', { PUBLIC_CONTACT: 'Ada' }, fill('PUBLIC_CONTACT')],
    ['APP_SECRET', { APP_SECRET: 'short' }, 'heroku config:set APP_SECRET=$(openssl rand -hex 32)'],
    ['APP_SECRET_EARLIER', { APP_SECRET_EARLIER: 'short' }, fill('APP_SECRET_EARLIER')],
    ['SLACK_SIGNING_SECRET', { ...slack, SLACK_SIGNING_SECRET: 'x' }, fill('SLACK_SIGNING_SECRET')],
    ['SLACK_BOT_TOKEN', { ...slack, SLACK_BOT_TOKEN: 'x' }, fill('SLACK_BOT_TOKEN')],
    ['SLACK_CLIENT_ID', { ...slack, SLACK_CLIENT_SECRET: 'x' }, fill('SLACK_CLIENT_ID')],
    ['SLACK_CLIENT_SECRET', { ...slack, SLACK_CLIENT_ID: '1.2' }, fill('SLACK_CLIENT_SECRET')],
    ['SLACK_APP_TOKEN', { ...slack, SLACK_APP_TOKEN: 'x' }, fill('SLACK_APP_TOKEN')],
    ['SLACK_API_URL', { ...oauth, SLACK_API_URL: 'https://slack.test/api' }, unset('SLACK_API_URL')],
    ['DISCORD_PUBLIC_KEY', { ...discord, DISCORD_PUBLIC_KEY: 'x' }, fill('DISCORD_PUBLIC_KEY')],
    ['DISCORD_APPLICATION_ID', { ...discord, DISCORD_APPLICATION_ID: 'x' }, fill('DISCORD_APPLICATION_ID')],
    ['DISCORD_TOKEN', { ...discord, DISCORD_TOKEN: '' }, fill('DISCORD_TOKEN')],
    ['DISCORD_TRANSPORT', { DISCORD_TRANSPORT: 'ftp' }, unset('DISCORD_TRANSPORT')],
    ['DISCORD_API_URL', { DISCORD_API_URL: 'x' }, unset('DISCORD_API_URL')],
    ['PLAYGROUND', { PLAYGROUND: 'maybe' }, 'heroku config:set PLAYGROUND=on'],
    ['QUIZ_QUESTIONS', { QUIZ_QUESTIONS: 'nowhere' }, unset('QUIZ_QUESTIONS')],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, unset('LOG_LEVEL')],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'short' }, 'heroku config:set METRICS_TOKEN=$(openssl rand -hex 16)'],
    ['RETENTION_MONTHS', { RETENTION_MONTHS: '0' }, unset('RETENTION_MONTHS')],
    ['WORKER_CONCURRENCY', { WORKER_CONCURRENCY: 'many' }, unset('WORKER_CONCURRENCY')],
  ]

  it('for all settings together', () => {
    expect(table.map(([name]) => name).toSorted()).toEqual(settingNames.toSorted())
  })

  it.each(table)(
    '%s',
    async (_name, wrong, remedy) => {
      const environment = { ...sound, ...wrong }
      expect(await problems(environment)).toEqual([{ detail: expect.any(String), remedy }])
      if (!remedy.includes('...')) expect(await problems(await runInShell(remedy, environment))).toEqual([])
    },
    60_000,
  )

  it.each<[what: string, missing: string, found: { what: string; state: 'off' | 'wrong'; remedy: string }]>([
    [
      'a secret',
      'APP_SECRET',
      { what: 'APP_SECRET', state: 'wrong', remedy: 'heroku config:set APP_SECRET=$(openssl rand -hex 32)' },
    ],
    [
      'an address',
      'PUBLIC_URL',
      { what: 'PUBLIC_URL', state: 'off', remedy: 'heroku labs:enable runtime-dyno-metadata' },
    ],
    [
      'a database',
      'DATABASE_URL',
      { what: 'Postgres', state: 'wrong', remedy: 'heroku addons:create heroku-postgresql:essential-0' },
    ],
  ])('%s that is missing', async (_what, missing, found) => {
    expect(await examine({ ...sound, [missing]: '' })).toContainEqual({ ...found, detail: expect.any(String) })
  })

  it.each([
    ['ON', 'ok'],
    ['true', 'ok'],
    ['yes', 'ok'],
    ['Off', 'off'],
    ['no', 'off'],
    ['0', 'off'],
  ])('PLAYGROUND=%s is understood', async (typed, state) => {
    expect(await examine({ ...sound, PLAYGROUND: typed })).toContainEqual(
      expect.objectContaining({ what: 'playground', state }),
    )
  })

  it('doctor finds no problem in a good setup, and shows one command for each optional part', async () => {
    const findings = await examine(sound)
    expect(findings.filter(({ state }) => state === 'wrong')).toEqual([])
    const off = findings.filter(({ state }) => state === 'off')
    expect(off.map(({ what }) => what)).toEqual(['PUBLIC_CONTACT', 'Slack', 'Discord', 'playground', 'metrics'])
    for (const { remedy } of off) expect(remedy).toMatch(/^heroku config:set [A-Z]/)
    for (const { state, remedy } of findings)
      expect([state, typeof remedy]).toEqual([state, state === 'ok' ? 'undefined' : 'string'])
  })
})

describe('doctor shows problems with Postgres and how to fix them', () => {
  const password = 'heroku pg:credentials:rotate'
  it.each<[what: string, url: (sound: string) => string, remedy: string]>([
    ['an unreachable server', () => 'postgres://u:p@127.0.0.1:1/d', 'heroku pg:wait'],
    ['a wrong password', (url) => url.replace(/:[^:@/]+@/, ':wrong@'), password],
    [
      'TLS asked of a server without it',
      (url) => `${withoutMode(url)}?sslmode=require`,
      `heroku config:set DATABASE_URL="$(heroku config:get DATABASE_URL | sed 's/sslmode=[a-z-]*/sslmode=disable/')"`,
    ],
    [
      'TLS by default, of a server without it',
      (url) => withoutMode(url).replace('127.0.0.1', '127.1'),
      'heroku config:set DATABASE_URL="$(heroku config:get DATABASE_URL)?sslmode=disable"',
    ],
  ])('%s', async (_what, url, remedy) => {
    const environment = { ...sound, DATABASE_URL: url(database.url) }
    expect(await problems(environment)).toEqual([{ detail: expect.any(String), remedy }])
    if (remedy.includes('config:set')) expect(await problems(await runInShell(remedy, environment))).toEqual([])
  })

  it('an empty database', async () => {
    const empty = await createDatabase({ empty: true })
    onTestFinished(empty.drop)
    const found = await problems({ ...sound, DATABASE_URL: empty.url })
    expect(found.map(({ remedy }) => remedy)).toEqual(['heroku run quiz migrate', 'heroku run quiz migrate'])
  })
})

describe.skipIf(noRedis)('doctor shows problems with the Key-Value Store and how to fix them', () => {
  it('an unreachable server', async () => {
    expect(await problems({ ...sound, REDIS_URL: 'redis://127.0.0.1:1' })).toMatchObject([
      { remedy: 'heroku redis:wait' },
    ])
  })

  it('a connection without TLS that the server requires', async () => {
    const redis = await startRedis({ tls: true })
    onTestFinished(redis.stop)
    const remedy = `heroku config:set REDIS_URL="$(heroku config:get REDIS_URL | sed 's/^redis:/rediss:/')"`
    const environment = { ...sound, REDIS_URL: redis.url.replace('rediss:', 'redis:') }
    expect(await problems(environment)).toMatchObject([{ remedy }])
    expect(await problems(await runInShell(remedy, environment))).toEqual([])
  })

  it('a policy that deletes jobs if the memory is full', async () => {
    const redis = await startRedis()
    onTestFinished(redis.stop)
    const environment = { ...sound, REDIS_URL: redis.url }
    expect(await problems(environment)).toEqual([])
    await redis.command('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru')
    expect(await problems(environment)).toEqual([
      { detail: 'the policy allkeys-lru can delete jobs', remedy: 'heroku redis:maxmemory --policy noeviction' },
    ])
  })

  it('no worker, if only a daily question is due', async () => {
    const store = openStore({ url: database.url, poolSize: 1, onError: () => {} })
    onTestFinished(store.close)
    const workspace = await store.workspaces.recognise({ ref: 'slack:T7', name: 'Seven' })
    const channel = await store.channels.recognise(workspace.id, { ref: 'slack:T7:C1', name: 'quiz' })
    const schedule = { time: '09:00', zone: 'UTC', weekdays: [1], skip: [] }
    await store.channels.change(channel.id, { schedule, nextPostAt: new Date(Date.now() - 5 * 60_000) })
    expect(await problems(sound)).toEqual([
      { detail: expect.stringContaining('due for 5 minutes'), remedy: 'heroku ps:scale worker=1' },
    ])
    await store.channels.change(channel.id, { schedule: null, nextPostAt: null })
  })

  it('no worker', async () => {
    const redis = await startRedis()
    onTestFinished(redis.stop)
    const queue = createQueue({ databaseUrl: '', redisUrl: redis.url, onError: () => {} })
    onTestFinished(() => queue.close())
    await queue.add({ name: 'grade', answerId: 1 }, { delayMs: 50 })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60_000 })
    onTestFinished(() => void vi.useRealTimers())
    expect(await problems({ ...sound, REDIS_URL: redis.url })).toEqual([
      { detail: expect.stringMatching(/due for \d+ minutes/), remedy: 'heroku ps:scale worker=1' },
    ])
  })

  it('a wrong password', async () => {
    const redis = await startRedis()
    onTestFinished(redis.stop)
    await redis.command('CONFIG', 'SET', 'requirepass', 'right')
    for (const who of ['', ':wrong@']) {
      expect(await problems({ ...sound, REDIS_URL: redis.url.replace('//', `//${who}`) })).toMatchObject([
        { remedy: 'heroku redis:credentials --reset' },
      ])
    }
    const queue = createQueue({ databaseUrl: '', redisUrl: redis.url.replace('//', '//:right@'), onError: () => {} })
    await queue.depth()
    await queue.close()
  })
})

describe('doctor shows problems with a chat and how to fix them', () => {
  it.each([
    ['a token that is good for nothing', 'invalid_auth', 'heroku config:set SLACK_BOT_TOKEN=...'],
    ['an account that is away', 'internal_error', 'heroku run quiz doctor'],
  ])('Slack, %s', async (_what, error, remedy) => {
    await using server = await startSlackServer()
    server.next('auth.test', ...Array.from({ length: 8 }, () => ({ error })))
    expect(await problems({ ...sound, ...slack, SLACK_API_URL: server.apiUrl })).toMatchObject([{ remedy }])
  })

  it('Slack: missing scopes', async () => {
    await using server = await startSlackServer()
    server.world.scopes = []
    expect(await problems({ ...sound, ...slack, SLACK_API_URL: server.apiUrl })).toMatchObject([
      { detail: expect.stringContaining('chat:write'), remedy: 'heroku run quiz slack manifest' },
    ])
  })

  it('Slack: every kind of message is accepted, and is checked without a token', async () => {
    await using server = await startSlackServer()
    const findings = await examine({ ...sound, ...oauth, SLACK_API_URL: server.apiUrl })
    const found = findings.find(({ what }) => what === 'Slack messages')
    expect(found).toMatchObject({ state: 'ok', detail: `Slack accepts all ${messageSamples().length} kinds` })
    const asked = server.calls.filter(({ method }) => method === 'blocks.validate')
    expect(asked).toHaveLength(messageSamples().length)
    expect(asked.every(({ token }) => token === undefined)).toBe(true)
  })

  it('Slack: a kind of message that Slack would refuse', async () => {
    await using server = await startSlackServer()
    const errors = [
      { pointer: '/message/blocks/0/text', code: 'failed_constraint', message: 'no more than 3 characters' },
    ]
    server.next('blocks.validate', { error: 'invalid_message', more: { errors } })
    expect(await problems({ ...sound, ...oauth, SLACK_API_URL: server.apiUrl })).toEqual([
      {
        detail: 'an open question: no more than 3 characters at /message/blocks/0/text',
        remedy: 'https://github.com/heroku-quiz/heroku-quiz/issues, with this line',
      },
    ])
  })

  it.each([
    ['asks to wait', { status: 429, retryAfter: '30' }],
    ['is away', { status: 503 }],
    ['has no such method', { error: 'unknown_method' }],
  ])('Slack, which %s: messages can’t be checked, and this isn’t a problem', async (_what, mood) => {
    await using server = await startSlackServer()
    server.next('blocks.validate', { delayMs: 0 }, mood)
    const findings = await examine({ ...sound, ...oauth, SLACK_API_URL: server.apiUrl })
    expect(findings.find(({ what }) => what === 'Slack messages')).toMatchObject({
      state: 'off',
      detail: expect.stringContaining(`1 of ${messageSamples().length} kinds checked`),
      remedy: 'heroku run quiz doctor',
    })
  })

  const endpoint = 'https://quiz.test/discord/interactions'
  const registered = ['heroku-quiz', 'heroku-quiz-admin']
  it.each<[what: string, app: object, commands: string[], remedies: string[]]>([
    ['nothing', {}, registered, []],
    ['another key', { verify_key: 'ab'.repeat(32) }, registered, ['heroku config:set DISCORD_PUBLIC_KEY=...']],
    ['another application', { id: '99' }, registered, ['heroku config:set DISCORD_APPLICATION_ID=99']],
    ['no command', {}, [], ['heroku run quiz discord register']],
    ['no address', { interactions_endpoint_url: null }, registered, ['heroku run quiz discord register']],
    [
      'two things',
      { interactions_endpoint_url: 'https://old.test/x' },
      [],
      ['heroku run quiz discord register', 'heroku run quiz discord register'],
    ],
  ])('Discord, %s', async (_what, app, commands, remedies) => {
    await using server = await startDiscordServer()
    server.world.commands = commands.map((name) => ({ name }))
    Object.assign(server.world.app, { interactions_endpoint_url: endpoint }, app)
    const found = await problems({ ...sound, ...discord, DISCORD_API_URL: server.apiUrl })
    expect(found.map(({ remedy }) => remedy)).toEqual(remedies)
    for (const { detail } of found) expect(detail).not.toContain('\n')
  })

  it('Discord: an invalid token', async () => {
    await using server = await startDiscordServer()
    server.next(/./, { status: 401, body: { code: 0, message: '401: Unauthorized' } })
    expect(await problems({ ...sound, ...discord, DISCORD_API_URL: server.apiUrl })).toMatchObject([
      { remedy: 'heroku config:set DISCORD_TOKEN=...' },
    ])
  })
})

/** Returns the problems, each with a command for Heroku's CLI or npm, or with a page. */
async function problems(environment: Environment): Promise<{ detail: string; remedy: string }[]> {
  // `doctor` always calls Slack if Slack is set up, so this address refuses calls unless a test sets another.
  const nobody = environment.SLACK_SIGNING_SECRET && !environment.SLACK_API_URL ? 'http://127.0.0.1:1/api/' : undefined
  const found = (await examine({ ...environment, ...(nobody && { SLACK_API_URL: nobody }) })).filter(
    ({ state }) => state === 'wrong',
  )
  for (const { remedy = '' } of found) {
    const [, command] = /^heroku ([a-z:-]+) /.exec(`${remedy} `) ?? []
    expect(remedy).toMatch(/^(heroku [a-z]|npm run |https:)/)
    if (command !== undefined) expect([...herokuCommands]).toContain(command)
  }
  return found.map(({ detail, remedy = '' }) => ({ detail, remedy }))
}

/** Runs a command in a shell where `heroku` only stores config vars; returns the environment afterwards. */
async function runInShell(command: string, environment: Environment): Promise<Environment> {
  const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-doctor-'))
  try {
    const program = `#!/bin/sh
case $1 in
  config:get) printenv "$2" ;;
  config:set) shift; printf '%s\\n' "$@" > '${folder}/set' ;;
  config:unset) printf '%s=\\n' "$2" > '${folder}/set' ;;
  *) exit 1 ;;
esac
`
    await writeFile(join(folder, 'heroku'), program)
    await chmod(join(folder, 'heroku'), 0o755)
    await run('sh', ['-c', command], { env: { ...environment, PATH: `${folder}:${process.env.PATH}` } })
    const changed = (await readFile(join(folder, 'set'), 'utf8')).trim().split('\n')
    return { ...environment, ...Object.fromEntries(changed.map((line) => line.split(/=(.*)/s, 2))) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function withoutMode(url: string): string {
  const address = new URL(url)
  address.searchParams.delete('sslmode')
  return address.href
}
