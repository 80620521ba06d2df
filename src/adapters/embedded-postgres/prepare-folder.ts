import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { canReach, type ServerUser } from './server-user.ts'

/**
 * Gives the folder the owner and mode that Postgres requires, and resolves with its path. If that's impossible, for
 * example in a clone below /root or on a disk without modes, it uses a temporary folder, which is always the same one
 * for the same path.
 */
export async function prepareFolder(
  wanted: string,
  user: ServerUser | undefined,
  onProgress: (line: string) => void,
): Promise<string> {
  const folder = resolve(wanted)
  if (await claim(folder, user)) return folder
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const instead = join(tmpdir(), `heroku-quiz-postgres-${name}`)
  if (await claim(instead, user)) {
    onProgress(`Postgres cannot use ${folder}, so its data is in ${instead}`)
    return instead
  }
  throw new Error(`Postgres can use neither ${folder} nor ${instead}. Set DATABASE_URL to a server, or TMPDIR.`)
}

async function claim(folder: string, user: ServerUser | undefined): Promise<boolean> {
  await mkdir(dirname(folder), { recursive: true })
  await mkdir(folder, { mode: 0o700 }).catch(unless('EEXIST'))
  const found = await lstat(folder)
  const wantedOwner = user?.uid ?? process.getuid?.()
  if (found.uid !== wantedOwner && found.uid !== process.getuid?.()) {
    throw new Error(
      `${folder} belongs to another account (${found.uid}), perhaps from a start as root. Remove it, with sudo if necessary.`,
    )
  }
  if (user) await chown(folder, user.uid, user.gid)
  await chmod(folder, 0o700)
  const { mode } = await lstat(folder)
  if ((mode & 0o077) === 0 && (user === undefined || (await canReach(folder, user)))) return true
  await rmdir(folder).catch(unless('ENOTEMPTY'))
  return false
}

function unless(code: string): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (error.code !== code) throw error
  }
}
