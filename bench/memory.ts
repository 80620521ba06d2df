// What web and worker weigh after 10,000 answers, sent over HTTP by a few people at once and no faster than they are graded,
// and how long that took. Real processes as the Procfile starts them, on a Postgres of our own, the queue on Redis where
// REDIS_URL is set, else on Postgres. Linux only: /proc tells the memory. Exits with 1 where a process is above the goal.
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

const answers = Number(process.argv[2] ?? 10_000)
/** In flight at once; a slow machine then answers later and not with errors. */
const abreast = 8
/** Taken and not told yet: beyond it nobody sends, so that the queue stays short however slow the worker is. */
const backlogMost = 200
/** Times that a request is sent again before the bench gives up. */
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
  LOG_LEVEL: 'warn',
  PORT: String(await freePort()),
}
const address = `http://127.0.0.1:${environment.PORT}`
const client = new Client({ connectionString: postgres.url })
const children: ChildProcess[] = []
try {
  await once(launch('release'), 'exit')
  const [web, worker] = [launch('web'), launch('worker')]
  await client.connect()
  await listening()
  await say('begin', web, worker)
  const first = await httpGuest(address)
  await first.press('post-now:0')
  await until("select count(*)::int as n from rounds where state = 'open'", 1)

  const began = performance.now()
  let sent = 0
  let again = 0
  let backlog = 0
  const counting = setInterval(() => void count().then((n) => (backlog = n)), 250)
  await Promise.all(
    Array.from({ length: abreast }, async () => {
      while (sent < answers) {
        sent++
        const text = `It is answer number ${sent}, and it goes on for a while about dynos and config.`
        while (backlog > backlogMost) await sleep(50)
        await persist(async () => (await httpGuest(address)).submit('answer:1', text))
      }
    }),
  ).finally(() => clearInterval(counting))
  const sending = performance.now() - began
  await say(`${answers} answers taken, ${perSecond(sending)} a second, ${again} requests sent again`, web, worker)
  while ((await count()) > 0) await sleep(250)
  await say(`${answers} answers graded and told, ${perSecond(performance.now() - began)} a second`, web, worker)
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

/** What the Procfile says, with the `node` that runs this. */
function launch(name: 'release' | 'web' | 'worker'): ChildProcess {
  const [, words = ''] = new RegExp(`^${name}: node (.*)$`, 'm').exec(procfile) ?? []
  const child = spawn(process.execPath, words.split(' '), { env: environment, stdio: 'inherit' })
  children.push(child)
  return child
}

async function listening(): Promise<void> {
  while (!(await fetch(`${address}/healthz`).catch(() => undefined))?.ok) await sleep(100)
}

/** Answers that somebody still waits for. */
async function count(): Promise<number> {
  const { rows } = await client.query<{ n: number }>("select count(*)::int as n from answers where state <> 'told'")
  return rows[0]?.n ?? 0
}

async function until(statement: string, wanted: number): Promise<void> {
  while ((await client.query<{ n: number }>(statement)).rows[0]?.n !== wanted) await sleep(250)
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

function perSecond(ms: number): number {
  return Math.round((answers / ms) * 1000)
}
