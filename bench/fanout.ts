// How fast 10,000 channels that are due in the same minute are enqueued and posted, with the queue on Postgres and on
// Redis (if redis-server is installed). The simulated platforms respond in 50 ms and have the rate limits of Slack and
// Discord. The last run posts to Slack through its client library over HTTP. Arguments: seconds of posting to measure
// (default 15), concurrent calls of a worker (default 32).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { Client } from 'pg'
import { createQueue, migrateQueue } from '../src/adapters/bullmq/index.ts'
import { fairChat } from '../src/adapters/chat-decorators/fair-chat.ts'
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { createHolidayCalendar } from '../src/adapters/holidays/index.ts'
import { createPainter } from '../src/adapters/picture/index.ts'
import { migrate, openStore } from '../src/adapters/postgres/index.ts'
import { readBank } from '../src/adapters/question-files/index.ts'
import { createSlack } from '../src/adapters/slack/create-slack.ts'
import { rhythms, runJob } from '../src/jobs/jobs.ts'
import { createArchive } from '../src/services/archive/archive.ts'
import { openBank } from '../src/services/bank.ts'
import type { Deps } from '../src/services/deps.ts'
import { createPace } from '../src/services/players/keep-pace.ts'
import { seedChannels } from '../test/kit/product/seed-channels.ts'
import { startRedis, whyNoRedis } from '../test/kit/servers/redis.ts'
import { discordPerSecond, type FakePlatform, fakePlatform } from './fake-platform.ts'

const [seconds = 15, concurrency = 32] = process.argv.slice(2).map(Number)
const slow = 'slack:Slow1'
const dueAt = new Date(Math.floor(Date.now() / 1000) * 1000)
const at = { dueAt, time: dueAt.toISOString().slice(11, 16), zone: 'UTC' }
/**
 * The order of the jobs. The slow workspace comes first, so that it affects the whole run. Then every ninth channel is
 * on Discord.
 */
const places = [
  { prefix: 'slack:Slow', workspaces: 1, channels: 100 },
  ...Array.from({ length: 10 }, (_, slice) => [
    { prefix: `discord:${slice}G`, workspaces: 11, channels: 10 },
    { prefix: `slack:T${slice}T`, workspaces: 88, channels: 10 },
  ]).flat(),
]

/**
 * The statements that this process has sent. Only the store's statements have names, not those of the queue and of
 * transactions.
 */
const sent = { named: 0, unnamed: 0, redis: 0 }
countSent(Client.prototype, 'query', (first) => {
  const named = typeof first === 'object' && first !== null && 'name' in first && first.name !== undefined
  sent[named ? 'named' : 'unnamed'] += 1
})
countSent(Redis.prototype, 'sendCommand', () => {
  sent.redis += 1
})

const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-bench-'))
const postgres = await startEmbeddedPostgres({ directory: folder, durable: true, onProgress: () => {} })
try {
  await run('Postgres', undefined)
  const noRedis = await whyNoRedis()
  if (noRedis === undefined) {
    const [redis, slackApi] = await Promise.all([startRedis(), startSlackApi()])
    try {
      await run('Redis', redis.url)
      await run('Redis', redis.url, slackApi.url)
    } finally {
      slackApi.stop()
      await redis.stop()
    }
  } else {
    console.log(`Left out with the queue on Redis: ${noRedis}`)
  }
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`)
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true })
}

async function run(kind: string, redisUrl: string | undefined, slackApi?: string): Promise<void> {
  const databaseUrl = await prepare(`fanout_${kind.toLowerCase()}${slackApi === undefined ? '' : '_slack'}`)
  const store = openStore({ url: databaseUrl, poolSize: 5, onError: () => {} })
  const queue = createQueue({
    databaseUrl,
    redisUrl,
    onError: () => {},
    ...(slackApi === undefined ? {} : { name: 'slack' }),
  })
  const platform = fakePlatform(slow, store.tries)
  const clock = { now: () => new Date() }
  const bank = openBank(store)
  const deps: Deps = {
    fingerprint: (ref) => ref,
    retentionMonths: 12,
    readImport: async () => ({ refused: '' }),
    store,
    queue,
    bank,
    archive: createArchive({ store, bank, clock }),
    chat: fairChat(slackApi === undefined ? platform : withSlack(platform, slackApi, { store, clock }), {
      atOnce: Math.ceil(concurrency / 2),
    }),
    clock,
    links: {
      board: () => undefined,
      archive: () => undefined,
      source: (path) => path,
      playerExport: () => undefined,
      progress: () => undefined,
      desk: () => undefined,
      pack: () => undefined,
    },
    gradeAnswer: async () => {},
    rights: { isAdmin: async () => true, isMember: async () => true },
    keepPace: createPace(clock),
    painter: createPainter(),
    holidays: createHolidayCalendar(),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  }
  try {
    const began = performance.now()
    await runJob(deps, { name: 'tick' })
    const enqueuedMs = performance.now() - began
    const { waiting } = await queue.depth()
    console.log(`\nQueue on ${kind}${slackApi === undefined ? '' : ', Slack by its library over HTTP'}`)
    console.log(`${waiting} due channels enqueued in ${(enqueuedMs / 1000).toFixed(2)} s (goal: 10000 within 5 s)`)
    const working = performance.now()
    const [cpuBefore, commitsBefore] = [process.cpuUsage(), await commits(databaseUrl)]
    const before = { ...sent }
    await queue.work((job) => runJob(deps, job), { concurrency })
    for (const { job, everyMs } of rhythms) if (['tick', 'sweep'].includes(job.name)) await queue.repeat(job, everyMs)
    await sleep(seconds * 1000)
    print(platform, working)
    const { user, system } = process.cpuUsage(cpuBefore)
    const [statements, queries, commands] = [
      sent.named - before.named,
      sent.unnamed - before.unnamed,
      sent.redis - before.redis,
    ]
    const each = (count: number): string => (count / Math.max(1, platform.posts.length)).toFixed(2)
    const committed = (await commits(databaseUrl)) - commitsBefore
    console.log(
      `  a post: ${each((user + system) / 1000)} ms of the worker's processor, ${each(statements)} statements of the store, ${each(queries)} more, ${each(committed)} commits, ${each(commands)} commands to Redis`,
    )
  } finally {
    await queue.close({ graceMs: 6000 })
    await store.close()
  }
}

/** The same platform, but the real adapter posts to Slack. */
function withSlack(
  platform: FakePlatform,
  apiUrl: string,
  { store: { tries }, clock }: Pick<Deps, 'store' | 'clock'>,
): FakePlatform {
  const secrets = ['a secret of the benches that is long enough'] as const
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
  const handleEvent = async () => ({ kind: 'nothing' }) as const
  const slack = createSlack({
    signingSecret: 'x',
    botToken: 'xoxb-bench',
    apiUrl,
    secrets,
    tries,
    handleEvent,
    clock,
    log,
  })
  return {
    ...platform,
    async post(channel, message, key) {
      if (!channel.startsWith('slack:T')) return platform.post(channel, message, key)
      const posted = await slack.chat.post(channel, message, key)
      platform.posts.push({ to: channel, at: performance.now() })
      return posted
    },
  }
}

async function startSlackApi(): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, ['bench/slack-stand-in.ts'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = await once(child.stdout, 'data')
  return { url: `http://127.0.0.1:${Number(port)}/api/`, stop: () => child.kill() }
}

async function prepare(name: string): Promise<string> {
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const address = new URL(postgres.url)
  address.pathname = `/${name}`
  await migrate(address.href)
  await migrateQueue(address.href)
  const store = openStore({ url: address.href, poolSize: 1, onError: () => {} })
  await store.questions.load(await readBank('questions'))
  await store.close()
  for (const place of places) await seedChannels(address.href, { ...place, ...at })
  return address.href
}

function countSent<Of extends object>(of: Of, method: keyof Of, count: (first: unknown) => void): void {
  const send = of[method] as (...given: unknown[]) => unknown
  Object.assign(of, {
    [method](this: Of, ...given: unknown[]) {
      count(given[0])
      return send.apply(this, given)
    },
  })
}

/** From Postgres's statistics, which may be a second late. */
async function commits(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ count: string }>(
    'select xact_commit as count from pg_stat_database where datname = current_database()',
  )
  await client.end()
  return Number(rows[0]?.count)
}

function print({ posts, refused, slowAtOnce }: FakePlatform, began: number): void {
  const of = (prefix: string): number => posts.filter(({ to }) => to.startsWith(prefix)).length
  const perSecond = (count: number): string => (count / seconds).toFixed(1)
  const first = ((posts[0]?.at ?? Number.NaN) - began).toFixed(0)
  const [slack, discord, slowly] = [of('slack:T'), of('discord:'), of(slow)]
  console.log(`${posts.length} posted in ${seconds} s, ${concurrency} calls at once; the first after ${first} ms`)
  console.log(`  Slack: ${slack}, ${perSecond(slack)} a second; it would take one a second in each of its channels`)
  console.log(
    `  Discord: ${discord}, ${perSecond(discord)} a second, ${(discord / seconds / discordPerSecond).toFixed(2)} of the ${discordPerSecond} a second that it takes; refused: ${refused}`,
  )
  console.log(`  the workspace that answers in 5 s: ${slowly}, ${slowAtOnce} of the ${concurrency} calls at most`)
}
