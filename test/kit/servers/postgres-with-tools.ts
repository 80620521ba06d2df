import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { freePort } from '../../../src/adapters/embedded-postgres/free-port.ts'
import { serverUser } from '../../../src/adapters/embedded-postgres/server-user.ts'

const run = promisify(execFile)
const programs = ['initdb', 'postgres', 'pg_dump', 'pg_restore']
const installed = '/usr/lib/postgresql'

export type PostgresWithTools = {
  url: string
  /** Runs `pg_dump` or `pg_restore` of the server's version. */
  tool(name: 'pg_dump' | 'pg_restore', ...words: string[]): Promise<void>
  stop(): Promise<void>
}

/**
 * The folder of the newest installed Postgres that has a server and tools, because the embedded one has no tools.
 * Undefined if there is none.
 */
export async function toolsFolder(): Promise<string | undefined> {
  const versions: string[] = await readdir(installed).catch(() => [])
  for (const version of versions.toSorted((one, other) => Number(other) - Number(one))) {
    const folder = join(installed, version, 'bin')
    const found: string[] = await readdir(folder).catch(() => [])
    if (programs.every((program) => found.includes(program))) return folder
  }
  return undefined
}

/** Starts an empty server of that Postgres on a free port. */
export async function startPostgresWithTools(folder: string): Promise<PostgresWithTools> {
  const directory = await mkdtemp(join(tmpdir(), 'heroku-quiz-tools-'))
  const user = await serverUser(directory)
  if (user) await chown(directory, user.uid, user.gid)
  const own = { ...user, cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' } }
  const cluster = join(directory, 'cluster')
  const initialised = ['-D', cluster, '-U', 'quiz', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await run(join(folder, 'initdb'), initialised, own)
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off']
  const words = ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(folder, 'postgres'), words, { ...own, stdio: 'ignore' })
  const url = `postgres://quiz@127.0.0.1:${port}/postgres`
  while (!(await answers(url))) {
    if (server.exitCode !== null) throw new Error(`Postgres ended with ${server.exitCode}`)
    await sleep(50)
  }
  return {
    url,
    async tool(name, ...rest) {
      await run(join(folder, name), rest)
    },
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
      await rm(directory, { recursive: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end()
  }
}
