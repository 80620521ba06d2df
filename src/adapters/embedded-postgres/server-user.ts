import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type ServerUser = { uid: number; gid: number }

/**
 * Returns the user that runs the server, or undefined for the current user. Postgres refuses to run as root, so root
 * uses the folder's owner, or else an account that every Linux and macOS has. It never creates an account.
 */
export async function serverUser(directory: string): Promise<ServerUser | undefined> {
  if (process.platform === 'win32') {
    throw new Error('The local Postgres runs on Linux and macOS. On Windows use WSL, or set DATABASE_URL to a server.')
  }
  if (process.getuid?.() !== 0) return undefined
  const owner = await ownerOf(resolve(directory))
  // initdb needs a user with a name, which the owner of a folder mounted into a container may lack.
  if (owner.uid !== 0 && (await find(String(owner.uid)))) return owner
  for (const name of ['postgres', 'nobody']) {
    const account = await find(name)
    if (account) return account
  }
  throw new Error(
    'Postgres refuses to run as root, and neither "postgres" nor "nobody" exists to run it. ' +
      'Start as an ordinary user, or set DATABASE_URL to a server.',
  )
}

async function ownerOf(path: string): Promise<ServerUser> {
  const { uid, gid } = await stat(path).catch(() => ownerOf(dirname(path)))
  return { uid, gid }
}

async function find(name: string): Promise<ServerUser | undefined> {
  try {
    const [user, group] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(user.stdout), gid: Number(group.stdout) }
  } catch {
    return undefined
  }
}

/**
 * Whether this user can read and enter the path. A process with the user's id checks this, because mode bits don't
 * include access lists and mount options.
 */
export async function canReach(path: string, user: ServerUser): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', path], { ...user, cwd: '/' })
    return true
  } catch {
    return false
  }
}
