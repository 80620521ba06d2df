import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that `npm start` keeps; git ignores it. */
export const localFolder = '.data'

const secretFile = join(localFolder, 'secret')
const runningFile = join(localFolder, 'running.json')

/** What runs here, for a second `npm start` and for commands in another terminal. */
export type Running = { pid: number; address: string; databaseUrl: string }

/** A secret of one's own, kept so that links and cookies outlive a restart. */
export function localSecret(): string {
  try {
    return readFileSync(secretFile, 'utf8')
  } catch {
    mkdirSync(localFolder, { recursive: true })
    const secret = randomBytes(32).toString('hex')
    writeFileSync(secretFile, secret, { mode: 0o600 })
    return secret
  }
}

export function noteRunning(running: Running): void {
  writeFileSync(runningFile, JSON.stringify(running), { mode: 0o600 })
}

export function forgetRunning(): void {
  rmSync(runningFile, { force: true })
}

/** What an `npm start` that still lives has noted; nothing where none does. */
export function readRunning(): Running | undefined {
  try {
    const running = JSON.parse(readFileSync(runningFile, 'utf8')) as Running
    process.kill(running.pid, 0)
    return running
  } catch {
    return undefined
  }
}

export function runningUrl(): string | undefined {
  return readRunning()?.databaseUrl
}
