// How fast 10,000 channels that are due in the same minute are enqueued and posted, with the queue on Postgres and on
// Redis (where redis-server is there), against platforms that answer in 50 ms and limit us as Slack and Discord do.
// Arguments: seconds of posting to measure (15), calls a worker makes at once (32).
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { createQueue, migrateQueue } from '../src/adapters/bullmq/index.ts'
import { fairChat } from '../src/adapters/chat-decorators/fair-chat.ts'
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { createHolidayCalendar } from '../src/adapters/holidays/index.ts'
import { createPainter } from '../src/adapters/picture/index.ts'
import { migrate, openStore } from '../src/adapters/postgres/index.ts'
import { readBank } from '../src/adapters/question-files/index.ts'
import { runJob } from '../src/jobs/jobs.ts'
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
/** Jobs run in this order: the slow workspace is in the way from the start, then one channel in nine is Discord's. */
const places = [
  { prefix: 'slack:Slow', workspaces: 1, channels: 100 },
  ...Array.from({ length: 10 }, (_, slice) => [
    { prefix: `discord:${slice}G`, workspaces: 11, channels: 10 },
    { prefix: `slack:T${slice}T`, workspaces: 88, channels: 10 },
  ]).flat(),
]

const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-bench-'))
const postgres = await startEmbeddedPostgres({ directory: folder, durable: true, onProgress: () => {} })
try {
  await run('Postgres', undefined)
  const noRedis = await whyNoRedis()
  if (noRedis === undefined) {
    const redis = await startRedis()
    await run('Redis', redis.url).finally(redis.stop)
  } else {
    console.log(`Left out with the queue on Redis: ${noRedis}`)
  }
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`)
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true })
}

async function run(kind: string, redisUrl: string | undefined): Promise<void> {
  const databaseUrl = await prepare(`fanout_${kind.toLowerCase()}`)
  const store = openStore({ url: databaseUrl, poolSize: 5, onError: () => {} })
  const queue = createQueue({ databaseUrl, redisUrl, onError: () => {} })
  const platform = fakePlatform(slow)
  const deps: Deps = {
    fingerprint: (ref) => ref,
    retentionMonths: 12,
    readImport: async () => ({ refused: '' }),
    store,
    queue,
    bank: openBank(store),
    chat: fairChat(platform, { atOnce: Math.ceil(concurrency / 2) }),
    clock: { now: () => new Date() },
    links: {
      board: () => undefined,
      source: (path) => path,
      playerExport: () => undefined,
      progress: () => undefined,
      desk: () => undefined,
    },
    gradeAnswer: async () => {},
    rights: { isAdmin: async () => true },
    keepPace: createPace({ now: () => new Date() }),
    painter: createPainter(),
    holidays: createHolidayCalendar(),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  }
  try {
    const began = performance.now()
    await runJob(deps, { name: 'tick' })
    const enqueuedMs = performance.now() - began
    const { waiting } = await queue.depth()
    console.log(`\nQueue on ${kind}`)
    console.log(`${waiting} due channels enqueued in ${(enqueuedMs / 1000).toFixed(2)} s (goal: 10000 within 5 s)`)
    const working = performance.now()
    const [cpuBefore, commitsBefore] = [process.cpuUsage(), await commits(databaseUrl)]
    await queue.work((job) => runJob(deps, job), { concurrency })
    await sleep(seconds * 1000)
    print(platform, working)
    const { user, system } = process.cpuUsage(cpuBefore)
    const each = (count: number): string => (count / Math.max(1, platform.posts.length)).toFixed(1)
    const committed = (await commits(databaseUrl)) - commitsBefore
    console.log(`  a post: ${each((user + system) / 1000)} ms of the worker's processor, ${each(committed)} commits`)
  } finally {
    await queue.close({ graceMs: 6000 })
    await store.close()
  }
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

/** As Postgres counts them, up to a second late. */
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
