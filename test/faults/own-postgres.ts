import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Pool } from 'pg'
import { readServerRecord } from '../../src/adapters/embedded-postgres/server-record.ts'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { openProxy, type TcpProxy } from '../kit/servers/proxy.ts'

/** A Postgres server that can be stopped and restarted at the same address. */
export type OwnPostgres = {
  /** The address of a proxy that can be closed. */
  url: string
  proxy: TcpProxy
  /** When the server started, and the position of its write-ahead log then. */
  starts: { at: number; lsn: string }[]
  /** Queries the server directly, even if the proxy is closed. */
  ask<Row extends object>(statement: string, values?: unknown[]): Promise<Row[]>
  hold(): Promise<Client>
  /** Stops and starts the server as an update does. */
  restart(): Promise<void>
  /** Kills the server. It recovers committed data from its write-ahead log. */
  crash(): Promise<void>
  close(): Promise<void>
}

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'heroku-quiz-faults-'))
  const starts: OwnPostgres['starts'] = []
  async function launch(): Promise<{ server: EmbeddedPostgres; direct: Pool; port: number }> {
    const server = await startEmbeddedPostgres({ directory, onProgress: () => {} })
    const direct = new Pool({ connectionString: server.url, max: 3, application_name: 'faults' })
    direct.on('error', () => {})
    const { rows } = await direct.query<{ lsn: string }>('select pg_current_wal_lsn()::text as lsn')
    starts.push({ at: Date.now(), lsn: rows[0]?.lsn ?? '' })
    return { server, direct, port: Number(new URL(server.url).port) }
  }

  async function again(end: () => Promise<void>): Promise<void> {
    await live.direct.end().catch(() => {})
    await end()
    live = await launch()
    proxy.forwardTo(live.port)
  }

  let live = await launch()
  const proxy = await openProxy(live.port)
  // Only the server crashes and not the machine, so it needn't wait for the disk.
  for (const setting of ['fsync', 'full_page_writes']) await live.direct.query(`alter system set ${setting} = off`)
  await live.direct.query('select pg_reload_conf()')
  const url = new URL(live.server.url)
  url.port = String(proxy.port)

  return {
    url: url.href,
    proxy,
    starts,
    async ask<Row extends object>(statement: string, values: unknown[] = []) {
      return (await live.direct.query(statement, values)).rows as Row[]
    },
    async hold() {
      const client = new Client({ connectionString: live.server.url, application_name: 'faults' })
      client.on('error', () => {})
      await client.connect()
      return client
    },
    restart: () => again(() => live.server.stop()),
    crash: () =>
      again(async () => {
        const record = await readServerRecord(join(directory, 'cluster'))
        if (record) process.kill(record.pid, 'SIGKILL')
        await live.server.stop()
      }),
    async close() {
      await live.direct.end()
      await proxy.close()
      await live.server.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
