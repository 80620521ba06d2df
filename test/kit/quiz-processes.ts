import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../../src/adapters/embedded-postgres/free-port.ts'
import { release } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { createDatabase } from './postgres.ts'
import { testBank } from './quiz-world.ts'

export type Running = {
  /** What it printed so far, both streams. */
  output(): string
  /** Sends a signal and waits for the end; gives the exit status, or none where the signal ended it. */
  kill(signal: NodeJS.Signals): Promise<number | null>
}

export type HttpGuest = {
  press(action: string): Promise<void>
  submit(action: string, text: string): Promise<void>
}

/** The real processes of the Procfile, on a database of their own, as Heroku would start them. */
export type QuizProcesses = {
  databaseUrl: string
  address: string
  start(name: 'web' | 'worker'): Promise<Running>
  /** Somebody in the playground of the running web process. */
  arrive(): Promise<HttpGuest>
  /** Ends everything and drops the database. */
  close(): Promise<void>
}

const ready = { web: 'Server listening', worker: 'working' }

export async function quizProcesses(extra: Record<string, string> = {}): Promise<QuizProcesses> {
  const database = await createDatabase()
  const port = await freePort()
  const environment = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    APP_SECRET: 'a secret of the tests that is long enough',
    PLAYGROUND: 'on',
    PORT: String(port),
    QUIZ_QUESTIONS: testBank,
    ...extra,
  }
  const { redisUrl } = readConfig(environment)
  await release({ databaseUrl: database.url, redisUrl, questions: testBank }, () => {})
  const running: { child: ChildProcess }[] = []
  const address = `http://127.0.0.1:${port}`

  async function start(name: 'web' | 'worker'): Promise<Running> {
    const child = spawn(process.execPath, [`src/${name}.ts`], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    running.push({ child })
    let said = ''
    const heard = new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        said += chunk
        if (said.includes(ready[name])) resolve()
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code}: ${said.slice(-2000)}`)))
    })
    await heard
    return {
      output: () => said,
      async kill(signal) {
        const ended = once(child, 'exit')
        child.kill(signal)
        const [code] = await ended
        return code as number | null
      },
    }
  }

  let web: Promise<Running> | undefined
  return {
    databaseUrl: database.url,
    address,
    start,
    async arrive() {
      web ??= start('web')
      await web
      return httpGuest(address)
    },
    async close() {
      await Promise.all(
        running.map(async ({ child }) => {
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
