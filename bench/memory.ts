// The memory of web and worker after 10,000 answers, sent over HTTP by a few people at the same time, not faster than
// they are graded. It also measures the time and the cost of an answer: processor time of each process, and commits and
// write-ahead log of Postgres. The processes are started as in the Procfile, on a temporary Postgres, with the queue on
// Redis if REDIS_URL is set and otherwise on Postgres. Linux only, because it reads /proc. Exits with 1 if a process is
// above the goal.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { freePort } from '../src/adapters/embedded-postgres/free-port.ts'
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { httpGuest } from '../test/kit/people/http-guest.ts'
import { processorMs } from './costs.ts'

const answers = Number(process.argv[2] ?? 10_000)
/** The number of concurrent requests, low enough that a slow machine responds late instead of with errors. */
const concurrency = 8
/**
 * Accepted answers that aren't delivered yet. Above this number nobody sends, so that the queue stays short even with a
 * slow worker.
 */
const backlogMost = 200
/** A sandbox accepts 600 actions per hour. */
const answersEach = 300
/** How often a request is retried before the benchmark gives up. */
const patience = 10
const goalMegabytes = 256
const procfile = await readFile('Procfile', 'utf8')

const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-memory-'))
const postgres = await startEmbeddedPostgres({ directory: folder, durable: true, onProgress: () => {} })
const environment = {
  PATH: process.env.PATH ?? '',
  NODE_ENV: 'production',
  DATABASE_URL: postgres.url,
  REDIS_URL: process.env.REDIS_URL ?? '',
  APP_SECRET: 'a secret of the bench that is long enough',
  PLAYGROUND: 'on',
  LOG_LEVEL: 'error',
  PORT: String(await freePort()),
}
const address = `http://127.0.0.1:${environment.PORT}`
const client = new Client({ connectionString: postgres.url })
const children: ChildProcess[] = []
let lastRound = 0
try {
  await once(launch('release'), 'exit')
  const [web, worker] = [launch('web'), launch('worker')]
  await client.connect()
  await listening()
  await say('begin', web, worker)
  const quizzes: Quiz[] = []
  for (let left = answers; left > 0; left -= answersEach) quizzes.push(await openQuiz())

  const before = await spent(web, worker)
  const began = performance.now()
  let sent = 0
  let again = 0
  let backlog = 0
  const counting = setInterval(() => void count().then((n) => (backlog = n)), 250)
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (sent < answers) {
        sent++
        const text = `It is answer number ${sent}, and it goes on for a while about dynos and config.`
        while (backlog > backlogMost) await sleep(50)
        const quiz = quizzes[sent % quizzes.length]
        if (quiz) await persist(async () => (await httpGuest(address, quiz.path)).submit(quiz.action, text))
      }
    }),
  ).finally(() => clearInterval(counting))
  const sending = performance.now() - began
  await say(`${answers} answers taken, ${perSecond(sending)} a second, ${again} requests sent again`, web, worker)
  while ((await count()) > 0) await sleep(250)
  const told = await tally("select count(*)::int as n from answers where state = 'told'")
  if (told < answers) throw new Error(`only ${told} of ${answers} answers were taken, graded and told`)
  await say(`${answers} answers graded and told, ${perSecond(performance.now() - began)} a second`, web, worker)
  sayCosts(before, await spent(web, worker))
  process.exitCode = Math.max(await megabytes(web), await megabytes(worker)) < goalMegabytes ? 0 : 1

  async function persist(send: () => Promise<void>): Promise<void> {
    for (let left = patience; ; left--) {
      try {
        return await send()
      } catch (error) {
        if (left === 0) throw error
        again++
        await sleep(500)
      }
    }
  }
} finally {
  await client.end()
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(children.map((child) => child.exitCode ?? once(child, 'exit')))
  await postgres.stop()
  await rm(folder, { recursive: true })
}

/** The command from the Procfile, run by the same `node` as this script. */
function launch(name: 'release' | 'web' | 'worker'): ChildProcess {
  const [, words = ''] = new RegExp(`^${name}: node (.*)$`, 'm').exec(procfile) ?? []
  const child = spawn(process.execPath, words.split(' '), { env: environment, stdio: 'inherit' })
  children.push(child)
  return child
}

async function listening(): Promise<void> {
  while (!(await fetch(`${address}/healthz`).catch(() => undefined))?.ok) await sleep(100)
}

type Quiz = { path: string; action: string }

async function openQuiz(): Promise<Quiz> {
  const owner = await httpGuest(address)
  await owner.press('post-now:0')
  for (;;) {
    const round = await tally("select coalesce(max(id), 0)::int as n from rounds where state = 'open'")
    if (round > lastRound) {
      lastRound = round
      return { path: owner.path, action: `answer:${round}` }
    }
    await sleep(50)
  }
}

/** Answers whose grades haven't been delivered. */
function count(): Promise<number> {
  return tally("select count(*)::int as n from answers where state <> 'told'")
}

async function tally(statement: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(statement)
  return rows[0]?.n ?? 0
}

async function say(what: string, web: ChildProcess, worker: ChildProcess): Promise<void> {
  const sizes = `web ${await megabytes(web)} MB, worker ${await megabytes(worker)} MB`
  process.stdout.write(`${what}: ${sizes}; the goal is under ${goalMegabytes} MB\n`)
}

/** Resident memory, as Heroku counts it against a dyno. */
async function megabytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024)
}

type Spent = { web: number; worker: number; commits: number; logBytes: number }

/** Milliseconds of processor time so far, and the commits and write-ahead log of Postgres. */
async function spent(web: ChildProcess, worker: ChildProcess): Promise<Spent> {
  const { rows } = await client.query<{ commits: number; bytes: number }>(
    `select (select sum(xact_commit)::int from pg_stat_database where datname = current_database()) as commits,
            (select wal_bytes::float8 from pg_stat_wal) as bytes`,
  )
  const [first] = rows
  return {
    web: await processorMs(web.pid ?? 0),
    worker: await processorMs(worker.pid ?? 0),
    commits: first?.commits ?? 0,
    logBytes: first?.bytes ?? 0,
  }
}

function sayCosts(before: Spent, after: Spent): void {
  const each = (one: keyof Spent): string => ((after[one] - before[one]) / answers).toFixed(2)
  process.stdout.write(
    `an answer: ${each('web')} ms of the web process, ${each('worker')} ms of the worker, ${each('commits')} commits, ${each('logBytes')} bytes of write-ahead log\n`,
  )
}

function perSecond(ms: number): number {
  return Math.round((answers / ms) * 1000)
}
