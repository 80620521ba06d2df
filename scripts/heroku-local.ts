// Runs the Procfile with Heroku's CLI on a temporary Postgres and Redis: a release with `heroku local:run`, then web
// and worker with `heroku local`, one answer through the web process, and Ctrl-C. npx fetches a fixed version of the
// CLI, which is not a dependency. Exits with 1 if anything goes wrong.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { Client } from 'pg'
import { freePort } from '../src/adapters/embedded-postgres/free-port.ts'
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { httpGuest } from '../test/kit/people/http-guest.ts'
import { startRedis, whyNoRedis } from '../test/kit/servers/redis.ts'

const cli = 'heroku@11.10.0'
const patienceMs = 60_000
const procfile = await readFile('Procfile', 'utf8')
const began = performance.now()
const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-local-'))
const envFile = join(folder, 'env')

const noRedis = await whyNoRedis()
if (noRedis) throw new Error(`This needs a Redis: ${noRedis}`)
const postgres = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), onProgress: () => {} })
const redis = await startRedis()
const client = new Client({ connectionString: postgres.url })
let local: ChildProcess | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
process.once('exit', killLocal)
try {
  const port = await freePort()
  const settings = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    APP_SECRET: 'a secret of this script that is long enough',
    PLAYGROUND: 'on',
    NODE_ENV: 'production',
    // The CLI starts each command in a shell. Debian's shell gets Ctrl-C too, and reports its own exit instead of ours.
    NODE_OPTIONS: "--import=data:text/javascript,process.on('exit',(status)=>console.log('status',status))",
  }
  await writeFile(
    envFile,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    { mode: 0o600 },
  )

  const [, release = ''] = /^release: (.*)$/m.exec(procfile) ?? []
  const released = heroku('local:run', '--env', envFile, '--', ...release.split(' '))
  const [status] = await once(released.child, 'close')
  expect(status === 0, `the release ended with ${status}`)

  const { child, output } = heroku('local', 'web,worker', '--env', envFile, '--port', String(port))
  local = child
  const address = `http://127.0.0.1:${port}`
  await until('web is ready', async () => (await fetch(`${address}/readyz`).catch(() => undefined))?.ok)
  await until('the worker is ready', async () => /worker\.1 .*working/.test(output()))
  note(`/readyz says ${await (await fetch(`${address}/readyz`)).text()}`)

  await client.connect()
  const guest = await httpGuest(address)
  await guest.press('post-now:0')
  const question = await until('a question is posted', () =>
    row<{ id: string; answer: string }>(
      `select q.id, q.body->>'answer' as answer from rounds r
       join questions q on (q.id, q.version) = (r.question_id, r.question_version) where r.state = 'open'`,
    ),
  )
  await guest.submit('answer:1', question.answer)
  const grade = await until('the answer is graded and told', () =>
    row<{ verdict: string; earned: number }>(
      `select g.verdict, g.earned from answers a join grades g on g.answer_id = a.id where a.state = 'told'`,
    ),
  )
  expect(grade.verdict === 'correct', `the model answer of ${question.id} was graded ${grade.verdict}`)
  note(
    `"${question.id}" was asked, answered with its model answer, and graded ${grade.verdict}: ${grade.earned} points`,
  )

  // Like Ctrl-C in a terminal: every process of the foreground group gets the signal, and the CLI forwards it again.
  note('Ctrl-C')
  process.kill(-(child.pid ?? 0), 'SIGINT')
  const stopped = performance.now()
  await once(child, 'close', { signal: AbortSignal.timeout(patienceMs) })
  const ended = [...output().matchAll(/(web|worker)\.1 +\| +status 0/g)].map(([, name]) => name)
  expect(ended.toSorted().join() === 'web,worker', `of web and worker only [${ended}] ended with status 0`)
  note(`web and worker both ended with status 0, ${seconds(stopped)} s after it`)
} finally {
  killLocal()
  await client.end()
  await redis.stop()
  await postgres.stop()
  await rm(folder, { recursive: true })
}
note('done')

/** Runs Heroku's CLI in its own process group, with the `node` that runs this script, and shows its output. */
function heroku(...words: string[]): { child: ChildProcess; output(): string } {
  note(`heroku ${words.join(' ').replace(envFile, '.env')}`)
  const child = spawn('npx', ['--yes', '--loglevel=error', cli, ...words], {
    env: { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += stripVTControlCharacters(chunk.toString())
      process.stdout.write(chunk)
    })
  }
  return { child, output: () => said }
}

/** Kills the CLI’s process group, which is empty after a clean run. */
function killLocal(): void {
  if (local?.pid !== undefined && local.exitCode === null && local.signalCode === null)
    process.kill(-local.pid, 'SIGKILL')
}

async function row<Row extends object>(statement: string): Promise<Row | undefined> {
  return (await client.query<Row>(statement)).rows[0]
}

async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (const since = performance.now(); performance.now() - since < patienceMs; await sleep(100)) {
    if (local && local.exitCode !== null) break
    const seen = await look()
    if (seen) return seen
  }
  throw new Error(`In vain: ${what}`)
}

function expect(holds: boolean, words: string): void {
  if (!holds) throw new Error(words)
}

function note(line: string): void {
  process.stdout.write(`${seconds(began).padStart(5)} s  ${line}\n`)
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1)
}
