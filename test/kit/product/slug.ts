import { execFile } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What Heroku leaves of the repository: every tracked file that .slugignore does not name. */
export async function slugFiles(): Promise<string[]> {
  const ignored = (await readFile('.slugignore', 'utf8')).split('\n').filter((line) => line !== '')
  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'])
  return stdout
    .split('\n')
    .filter((file) => file !== '' && !ignored.some((folder) => `/${file}`.startsWith(`${folder}/`)))
}

/** Lays the app out in a folder as a dyno finds it, without its packages. */
export async function layOut(folder: string): Promise<void> {
  for (const file of await slugFiles()) {
    await cp(file, join(folder, file))
  }
}

/** The folders of all packages that are installed for production, as npm's lockfile marks them. */
export async function productionPackages(): Promise<string[]> {
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> }
  return Object.entries(lock.packages)
    .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional)
    .map(([folder]) => folder)
}

type LockedPackage = { dev?: boolean; devOptional?: boolean }

/** Adds the packages that production has, copied from here: what an install would bring, without asking a registry. */
export async function addPackages(folder: string): Promise<void> {
  for (const name of await productionPackages()) {
    // Packages for another kind of machine are in the lockfile and not in the folder.
    await cp(name, join(folder, name), {
      recursive: true,
      filter: (from) => !from.slice(name.length).includes('/node_modules'),
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}
