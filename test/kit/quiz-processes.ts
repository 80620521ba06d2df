import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { freePort } from '../../src/adapters/embedded-postgres/free-port.ts'
import { release } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { createDatabase, type TestDatabase } from './postgres.ts'
import { testBank } from './quiz-world.ts'

export type Running = {
  /** Where a web process is reached. */
  address: string
  /** Milliseconds from its start until it took work. */
  readyMs: number
  /** What it printed so far, both streams. */
  output(): string
  /** Sends a signal and waits for the end; gives the exit status, or none where the signal ended it. */
  kill(signal: NodeJS.Signals): Promise<number | null>
}

export type Ended = { status: number | null; output: string }

export type HttpGuest = {
  press(action: string): Promise<void>
  submit(action: string, text: string): Promise<void>
}

type Environment = Record<string, string>

/** The real processes of the Procfile, on a database of their own, as Heroku would start them. */
export type QuizProcesses = {
  databaseUrl: string
  /** Every web process gets a port of its own; `extra` is added to its environment. */
  start(name: 'web' | 'worker', extra?: Environment): Promise<Running>
  /** Runs the release phase to its end. */
  release(extra?: Environment): Promise<Ended>
  /** Somebody new in the playground of a web process: the given one, else the first, which is started where none runs. */
  arrive(web?: Running): Promise<HttpGuest>
  /** Ends everything and drops the database. */
  close(): Promise<void>
}

const ready = { web: 'Server listening', worker: 'working' }

/** `database` is taken over and dropped at the end; without one a new one is made and released to. */
export async function quizProcesses(
  extra: Environment = {},
  options: { root?: string; database?: TestDatabase } = {},
): Promise<QuizProcesses> {
  const root = options.root ?? '.'
  const database = options.database ?? (await createDatabase())
  const environment: Environment = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    APP_SECRET: 'a secret of the tests that is long enough',
    PLAYGROUND: 'on',
    QUIZ_QUESTIONS: resolve(testBank),
    ...extra,
  }
  const children: ChildProcess[] = []
  if (!options.database) {
    const { redisUrl } = readConfig(environment)
    await release({ databaseUrl: database.url, redisUrl, questions: testBank }, () => {})
  }

  function launch(name: string, more: Environment): { child: ChildProcess; output(): string } {
    const child = spawn(process.execPath, ['--max-old-space-size=384', `src/${name}.ts`], {
      cwd: root,
      env: { ...environment, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk))
    return { child, output: () => said }
  }

  async function start(name: 'web' | 'worker', more: Environment = {}): Promise<Running> {
    const began = performance.now()
    const port = String(await freePort())
    const { child, output } = launch(name, { PORT: port, ...more })
    await new Promise<void>((heard, ended) => {
      const look = (): void => {
        if (output().includes(ready[name])) heard()
      }
      child.stdout?.on('data', look)
      child.stderr?.on('data', look)
      child.once('exit', (code) => ended(new Error(`${name} ended with ${code}: ${output().slice(-2000)}`)))
    })
    return {
      address: `http://127.0.0.1:${port}`,
      readyMs: performance.now() - began,
      output,
      async kill(signal) {
        const ended = once(child, 'exit')
        child.kill(signal)
        const [code] = await ended
        return code as number | null
      },
    }
  }

  let first: Promise<Running> | undefined
  return {
    databaseUrl: database.url,
    start,
    async release(more = {}) {
      const { child, output } = launch('release', more)
      const [status] = await once(child, 'close')
      return { status: status as number | null, output: output() }
    },
    async arrive(web) {
      first ??= web ? undefined : start('web')
      const host = web ?? (await first)
      return httpGuest(host?.address ?? '')
    },
    async close() {
      await Promise.all(
        children.map(async (child) => {
          if (child.exitCode !== null || child.signalCode !== null) return
          const ended = once(child, 'exit')
          child.kill('SIGKILL')
          await ended
        }),
      )
      await database.drop()
    },
  }
}

async function httpGuest(address: string): Promise<HttpGuest> {
  const headers = { 'x-forwarded-proto': 'https' }
  const first = await fetch(`${address}/play`, { headers })
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const post = async (what: string, fields: Record<string, string>): Promise<void> => {
    const response = await fetch(`${address}/play/c/quiz/${what}`, {
      method: 'POST',
      headers: { ...headers, cookie, accept: 'application/json' },
      body: new URLSearchParams(fields),
    })
    if (!response.ok) throw new Error(`${what} answered ${response.status}: ${await response.text()}`)
  }
  return {
    press: (action) => post('press', { action }),
    submit: (action, text) => post('submit', { action, 'value.text': text }),
  }
}
