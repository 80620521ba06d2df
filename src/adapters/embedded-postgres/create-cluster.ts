import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, rename, rm, stat, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Binaries } from './reachable-binaries.ts'
import type { ServerUser } from './server-user.ts'

const run = promisify(execFile)

/**
 * Creates an empty cluster with its own password, unless there is one. It is built next to its final path and moved
 * when it is complete, so that an interrupted start leaves no incomplete cluster.
 */
export async function createCluster(options: {
  binaries: Binaries
  user: ServerUser | undefined
  cluster: string
  passwordFile: string
  onProgress: (line: string) => void
}): Promise<void> {
  const { binaries, user, cluster, passwordFile, onProgress } = options
  if (await stat(cluster).catch(() => undefined)) return

  onProgress('Creating a new Postgres database')
  const unfinished = `${cluster}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await rm(passwordFile, { force: true })
  await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (user) await chown(passwordFile, user.uid, user.gid)
  await run(
    binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      '--username=quiz',
      `--pwfile=${passwordFile}`,
      // Any account on the machine can reach a loopback port, and this database user is a superuser.
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
      '--no-instructions',
    ],
    { ...user, cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' } },
  )
  await rename(unfinished, cluster)
}
