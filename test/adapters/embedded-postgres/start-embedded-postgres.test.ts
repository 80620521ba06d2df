import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeProcess } from '../../../src/adapters/embedded-postgres/describe-process.ts'
import { freePort } from '../../../src/adapters/embedded-postgres/free-port.ts'
import { PostgresInUse } from '../../../src/adapters/embedded-postgres/postgres-in-use.ts'
import { reachableBinaries } from '../../../src/adapters/embedded-postgres/reachable-binaries.ts'
import { readServerRecord } from '../../../src/adapters/embedded-postgres/server-record.ts'
import { serverUser } from '../../../src/adapters/embedded-postgres/server-user.ts'
import { startEmbeddedPostgres } from '../../../src/adapters/embedded-postgres/start-embedded-postgres.ts'

const asRoot = process.getuid?.() === 0
let folder: string
let directory: string
let said: string[]

// Creating a database takes almost a second, so most tests share one.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-start-'))
  await chmod(folder, 0o755)
  directory = join(folder, 'postgres')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('the server starts without data, keeps its data, and starts over on request', async () => {
  const first = await start()
  await query(first.url, 'create table kept as select 42 as answer')
  await first.stop()
  expect(said).toEqual(['Creating a new Postgres database'])
  expect(await serverProcess()).toBeUndefined()

  const second = await start()
  expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  await second.stop()

  const third = await start({ fresh: true })
  expect(await query(third.url, `select to_regclass('kept') as kept`)).toEqual([{ kept: null }])
  await third.stop()
})

test('the server listens only on loopback, requires its password, and sorts text the same on every machine', async () => {
  const server = await start()
  expect(
    await query(
      server.url,
      `select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync, lower('ÄÖ') as folded,
        (select datlocprovider::text from pg_database where datname = current_database()) as provider`,
    ),
  ).toEqual([{ listens: '127.0.0.1', fsync: 'on', folded: 'äö', provider: 'b' }])
  const withoutPassword = new URL(server.url)
  withoutPassword.password = 'guessed'
  await expect(query(withoutPassword.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  await server.stop()
})

test('a second start on the same data reports which process uses it', async () => {
  const server = await start()
  const refused = await start().catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(PostgresInUse)
  expect(refused).toMatchObject({ port: Number(new URL(server.url).port) })
  await server.stop()
})

test('SIGTERM to the owner ends the server before the owner', async () => {
  const owner = await hold()
  const server = await serverProcess()
  owner.kill('SIGTERM')
  expect(await once(owner, 'exit')).toEqual([0, null])
  expect(await alive(server)).toBe(false)
  expect(await readServerRecord(join(directory, 'cluster'))).toBeUndefined()
})

test('when the owner is killed, the server ends by itself and the next start is not delayed', async () => {
  const owner = await hold()
  owner.kill('SIGKILL')
  await once(owner, 'exit')
  const server = await start()
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('a server without an owner is stopped, and its data is used again', async () => {
  await (await start()).stop()
  const user = await serverUser(directory)
  const { postgres } = await reachableBinaries(user, () => {})
  const settings = [`port=${await freePort()}`, 'unix_socket_directories=']
  const orphan = spawn(
    postgres,
    ['-D', join(directory, 'cluster'), ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd: '/', stdio: 'ignore' },
  )
  await expect.poll(async () => (await readServerRecord(join(directory, 'cluster')))?.status).toBe('ready')

  const server = await start()
  expect(said).toEqual([`Stopping a Postgres (process ${orphan.pid}) that an earlier start left behind`])
  expect(orphan.exitCode).toBe(0)
  await server.stop()
})

test.each([
  ['a process that is somebody else', () => process.pid],
  ['no process', () => 2 ** 22 - 3],
])('a stale lock that names %s is removed', async (_what, pid) => {
  await (await start()).stop()
  const cluster = join(directory, 'cluster')
  await writeFile(join(cluster, 'postmaster.pid'), `${pid()}\n${cluster}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`)
  const server = await start()
  await server.stop()
})

test('a first start that was killed halfway starts over', async () => {
  const halfway = join(folder, 'halfway')
  await mkdir(join(halfway, 'cluster.unfinished'), { recursive: true })
  await writeFile(join(halfway, 'cluster.unfinished', 'PG_VERSION'), '18\n')
  const server = await start({ directory: halfway })
  await server.stop()
})

test.runIf(asRoot)(
  'if the account that root switches to has no access to the folder, the data is stored elsewhere',
  async () => {
    const closed = join(folder, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const server = await start({ directory: join(closed, 'postgres') })
    const elsewhere = /so its data is in (.*)$/.exec(said[0] ?? '')?.[1] ?? ''
    expect((await stat(join(elsewhere, 'cluster'))).uid).not.toBe(0)
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    await rm(elsewhere, { recursive: true })
  },
)

test('if the server refuses its data, the error quotes its log', async () => {
  await writeFile(join(directory, 'cluster', 'PG_VERSION'), '9.6\n')
  await expect(start()).rejects.toThrow(/did not start.*\n(.*\n)*.*incompatible/)
})

function start(options: { fresh?: boolean; directory?: string } = {}): ReturnType<typeof startEmbeddedPostgres> {
  said = []
  return startEmbeddedPostgres({ directory, onProgress: (line) => said.push(line), ...options })
}

/** Starts a process that holds a server until it is killed. */
async function hold(): Promise<ChildProcessByStdio<null, Readable, null>> {
  const program = new URL('../../kit/servers/hold-postgres.ts', import.meta.url)
  const owner = spawn(process.execPath, [fileURLToPath(program), directory], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const _url of createInterface(owner.stdout)) break
  return owner
}

async function serverProcess(): Promise<number | undefined> {
  return (await readServerRecord(join(directory, 'cluster')))?.pid
}

async function alive(pid: number | undefined): Promise<boolean> {
  return (await describeProcess(pid ?? 0)) !== undefined
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
