import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { freePort } from '../../src/adapters/embedded-postgres/free-port.ts'

export type Role = 'web' | 'worker'

/** The processes of the Procfile, restarted after they exit as by a dyno manager. */
export type Crew = {
  addresses(): string[]
  start(role: Role, clockStepMs?: number): Promise<void>
  /** Sends `kill -9` to the oldest ready process of a role, or to all ready ones; returns how many. */
  kill(role: Role, which: 'oldest' | 'all'): Promise<number>
  /** Starts a new process of a role, then sends SIGTERM to the oldest one; returns the milliseconds until it exited. */
  replace(role: Role): Promise<number>
  /** The last output of processes that exited unexpectedly. */
  crashed: string[]
  /** Every line of the processes' logs that contains one of these ids. */
  linesWith(ids: readonly string[]): string[]
  close(): Promise<void>
}

type Member = { role: Role; child: ChildProcess; address: string; ready: boolean; asked: boolean; said: string }

const ready: Record<Role, string> = { web: 'Server listening', worker: 'working' }
const wordsKept = 4000
const usual = /"msg":"(incoming request|request completed)"/

export function assembleCrew(environment: Record<string, string>): Crew {
  const members = new Set<Member>()
  const crashed: string[] = []
  const lines: string[] = []
  let closing = false

  async function start(role: Role, clockStepMs = 0): Promise<void> {
    const port = await freePort()
    const child = spawn(process.execPath, ['--import', './test/faults/step-clock.ts', `src/${role}.ts`], {
      env: { ...environment, PORT: String(port), CLOCK_STEP_MS: String(clockStepMs) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const member: Member = { role, child, address: `http://127.0.0.1:${port}`, ready: false, asked: false, said: '' }
    members.add(member)
    const isReady = Promise.withResolvers<void>()
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
    const hear = (chunk: Buffer): void => {
      member.said = (member.said + chunk).slice(-wordsKept)
      if (member.ready || !member.said.includes(ready[role])) return
      member.ready = true
      isReady.resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (status) => {
      members.delete(member)
      if (!member.asked && !closing) crashed.push(`${role} ended with ${status}: ${lastWords(member)}`)
      // A process that exits while starting is started again, and callers that wait for it wait for the new one.
      if (!member.ready && !member.asked && !closing) start(role, clockStepMs).then(isReady.resolve, isReady.reject)
      else isReady.resolve()
    })
    await isReady.promise
  }

  const inRole = (role: Role) => [...members].filter((member) => member.role === role && member.ready)

  async function end(member: Member, signal: NodeJS.Signals): Promise<void> {
    member.asked = true
    member.ready = false
    const ended = once(member.child, 'exit')
    member.child.kill(signal)
    const [status] = await ended
    if (signal === 'SIGTERM' && status !== 0)
      crashed.push(`${member.role} stopped with ${status}: ${lastWords(member)}`)
  }

  return {
    addresses: () => inRole('web').map(({ address }) => address),
    start,
    async kill(role, which) {
      const hit = inRole(role).slice(0, which === 'all' ? undefined : 1)
      await Promise.all(hit.map((member) => end(member, 'SIGKILL')))
      return hit.length
    },
    async replace(role) {
      const [oldest] = inRole(role)
      await start(role)
      const begun = performance.now()
      if (oldest) await end(oldest, 'SIGTERM')
      return performance.now() - begun
    },
    crashed,
    linesWith: (ids) => lines.filter((line) => ids.some((id) => line.includes(id))),
    async close() {
      closing = true
      await Promise.all(
        [...members].map(async ({ child }) => {
          const ended = once(child, 'exit')
          child.kill('SIGKILL')
          await ended
        }),
      )
    },
  }
}

function lastWords({ said }: Member): string {
  const lines = said.split('\n').filter((line) => line !== '' && !usual.test(line))
  return lines.slice(-5).join('\n')
}
