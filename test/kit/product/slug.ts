import { execFile } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The files in the slug: every tracked file that isn't in .slugignore. */
export async function slugFiles(): Promise<string[]> {
  const ignored = (await readFile('.slugignore', 'utf8')).split('\n').filter((line) => line !== '')
  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'])
  return stdout
    .split('\n')
    .filter((file) => file !== '' && !ignored.some((folder) => `/${file}`.startsWith(`${folder}/`)))
}

export async function layOut(folder: string): Promise<void> {
  for (const file of await slugFiles()) {
    await cp(file, join(folder, file))
  }
}

/** The folders of all production packages, according to npm's lockfile. */
export async function productionPackages(): Promise<string[]> {
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> }
  return Object.entries(lock.packages)
    .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional)
    .map(([folder]) => folder)
}

type LockedPackage = { dev?: boolean; devOptional?: boolean }

/** Copies the production packages from this project, so that no registry is needed. */
export async function addPackages(folder: string): Promise<void> {
  for (const name of await productionPackages()) {
    // Packages for other platforms are in the lockfile but not in the folder.
    await cp(name, join(folder, name), {
      recursive: true,
      filter: (from) => !from.slice(name.length).includes('/node_modules'),
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}
