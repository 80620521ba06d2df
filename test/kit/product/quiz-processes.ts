import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { freePort } from '../../../src/adapters/embedded-postgres/free-port.ts'
import { release } from '../../../src/app/release.ts'
import { readConfig } from '../../../src/config/config.ts'
import { type HttpGuest, httpGuest } from '../people/http-guest.ts'
import { createDatabase, type TestDatabase } from '../servers/postgres.ts'
import { testBank } from './quiz-world.ts'

export type Running = {
  address: string
  /** Processor time in milliseconds from the start until it was ready, which doesn't depend on other programs. */
  readyCpuMs: number | undefined
  /** Its current memory in MiB; undefined if the system doesn't report it. */
  residentMb(): Promise<number | undefined>
  output(): string
  /** Sends a signal and waits for the exit; returns the exit status, or null if the signal ended it. */
  kill(signal: NodeJS.Signals): Promise<number | null>
}

export type Ended = { status: number | null; output: string }

type Environment = Record<string, string>

/** The real processes of the Procfile, on a separate database, as Heroku would start them. */
export type QuizProcesses = {
  databaseUrl: string
  /** Each web process gets a separate port; `extra` is added to its environment. */
  start(name: 'web' | 'worker', extra?: Environment): Promise<Running>
  release(extra?: Environment): Promise<Ended>
  /**
   * A new visitor in the playground of the given web process, or of the first one, which is started if needed. The
   * first visitor owns the sandbox, and the others join it.
   */
  arrive(web?: Running): Promise<HttpGuest>
  close(): Promise<void>
}

const ready = { web: 'Server listening', worker: 'working' }

/** Uses and finally drops `database`. If it is undefined, creates and releases to a new one. */
export async function quizProcesses(
  extra: Environment = {},
  options: { root?: string; database?: TestDatabase } = {},
): Promise<QuizProcesses> {
  const root = options.root ?? '.'
  const procfile = await readFile('Procfile', 'utf8')
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
    const [, words = ''] = new RegExp(`^${name}: node (.*)$`, 'm').exec(procfile) ?? []
    const child = spawn(process.execPath, words.split(' '), {
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
      readyCpuMs: await cpuMs(child.pid),
      residentMb: () => residentMb(child.pid),
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
  let owner: Promise<HttpGuest> | undefined
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
      const address = host?.address ?? ''
      if (owner) return httpGuest(address, (await owner).path)
      owner = openSandbox(address)
      return owner
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

/** A sandbox exists after its owner's first action. */
async function openSandbox(address: string): Promise<HttpGuest> {
  const owner = await httpGuest(address)
  await owner.press('hint:0')
  return owner
}

/** Linux reports this in /proc, in hundredths of a second. Other systems don't. */
async function cpuMs(pid: number | undefined): Promise<number | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The second field is the program's name in parentheses, which may contain anything.
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ')
  return fields && (Number(fields[11]) + Number(fields[12])) * 10
}

async function residentMb(pid: number | undefined): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(text) ?? []
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
}
