import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Journal = { entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[] }

export type MigrationsFolder = {
  path: string
  tags: string[]
  endWith(tag: string): Promise<void>
  add(statements: string): Promise<void>
  remove(): Promise<void>
}

/** A copy of `drizzle` that a test can shorten or extend, at `path` or in a new folder that `remove` deletes. */
export async function migrationsFolder(path?: string): Promise<MigrationsFolder> {
  const folder = path ?? (await mkdtemp(join(tmpdir(), 'heroku-quiz-migrations-')))
  await cp('drizzle', folder, { recursive: true })
  const journalFile = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(journalFile, 'utf8')) as Journal
  const write = (): Promise<void> => writeFile(journalFile, JSON.stringify(journal))
  return {
    path: folder,
    tags: journal.entries.map(({ tag }) => tag),
    async endWith(tag) {
      const last = journal.entries.findIndex((entry) => entry.tag === tag)
      if (last < 0) throw new Error(`No migration is called ${tag}`)
      journal.entries = journal.entries.slice(0, last + 1)
      await write()
    },
    async add(statements) {
      const before = journal.entries.at(-1)
      if (!before) throw new Error('No migration yet')
      const tag = `${before.idx + 1}_added`
      journal.entries.push({ ...before, idx: before.idx + 1, when: before.when + 1, tag })
      await writeFile(join(folder, `${tag}.sql`), statements)
      await write()
    },
    remove: () => rm(folder, { recursive: true }),
  }
}
