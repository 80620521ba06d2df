import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { keeperName, keeperScript } from './server-keeper.ts'
import { readServerRecord } from './server-record.ts'
import type { ServerUser } from './server-user.ts'

export type Server = { port: number; stop(): Promise<void> }

const startSeconds = 30
const stopSeconds = 5

/** Resolves when the server accepts connections. Rejects with the end of its log if it exits first. */
export async function launchServer(options: {
  binary: string
  user: ServerUser | undefined
  directory: string
  cluster: string
  port: number
  durable: boolean
}): Promise<Server> {
  const { binary, user, directory, cluster, port, durable } = options
  const logPath = join(directory, 'log')
  await rm(logPath, { force: true })
  const log = await open(logPath, 'w', 0o600)
  // The server gets its own process group, so that Ctrl-C in the terminal reaches only this process. The server stops
  // after this process has finished its work.
  const keeper = spawn(
    '/bin/sh',
    ['-c', keeperScript, keeperName, binary, '-D', cluster, ...settings(port, durable).flatMap((line) => ['-c', line])],
    { ...user, cwd: '/', detached: true, env: { LC_ALL: 'C', TZ: 'UTC' }, stdio: ['pipe', log.fd, log.fd] },
  )
  const ended = once(keeper, 'exit')
  await log.close()
  try {
    await waitUntilReady(keeper, cluster, port)
  } catch (cause) {
    await stop(keeper, ended)
    const words = (await readFile(logPath, 'utf8')).trim().split('\n').slice(-8).join('\n')
    throw new Error(`Postgres did not start; its log ends with:\n${words}`, { cause })
  }
  keeper.unref()
  return { port, stop: () => stop(keeper, ended) }
}

function settings(port: number, durable: boolean): string[] {
  const always = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'shared_buffers=32MB',
    'max_connections=100',
    'max_wal_senders=0',
    'wal_level=minimal',
    'io_method=sync',
    'jit=off',
  ]
  return durable ? always : [...always, 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
}

async function waitUntilReady(keeper: ChildProcess, cluster: string, port: number): Promise<void> {
  const deadline = Date.now() + startSeconds * 1000
  while (Date.now() < deadline) {
    if (keeper.exitCode !== null || keeper.signalCode !== null) throw new Error('The server has exited.')
    const record = await readServerRecord(cluster)
    // The port distinguishes our server's record from one that a killed server left.
    if (record?.port === port && record.status === 'ready') return
    await sleep(10)
  }
  throw new Error(`The server was not ready within ${startSeconds} s.`)
}

async function stop(keeper: ChildProcess, ended: Promise<unknown>): Promise<void> {
  keeper.ref()
  keeper.stdin?.end()
  const late = new AbortController()
  const patience = sleep(stopSeconds * 1000, 'late', { signal: late.signal }).catch(() => 'stopped')
  if ((await Promise.race([ended, patience])) === 'late' && keeper.pid !== undefined) {
    // An immediate shutdown. Everything that was committed is in the log and is recovered at the next start.
    process.kill(-keeper.pid, 'SIGQUIT')
  }
  late.abort()
  await ended
}
