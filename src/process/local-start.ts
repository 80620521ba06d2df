import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder with all data of `npm start`, which git ignores. */
export const localFolder = '.data'

const secretFile = join(localFolder, 'secret')
const runningFile = join(localFolder, 'running.json')

export type Running = { pid: number; address: string; databaseUrl: string }

/** Returns a generated secret. It is stored, so that links and cookies survive a restart. */
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
