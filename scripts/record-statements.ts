// Records one example of every SQL statement that the committed code sends to its database. Run it once after a
// release. `migrations.test.ts` then runs the record on the database with each later migration, because the previous
// release must keep working while the next one starts, and after a rollback.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-record-'))
const code = join(folder, 'code')
const record = join(folder, 'record')

try {
  // Uses the committed schema, not the one in the working tree.
  await run('git', ['worktree', 'add', '--detach', code, 'HEAD'])
  await symlink(resolve('node_modules'), join(code, 'node_modules'))
  await mkdir(record)
  const vitest = resolve('node_modules/vitest/vitest.mjs')
  await run(process.execPath, [vitest, 'run', '--config', 'vitest.record.config.ts'], {
    cwd: code,
    env: { ...process.env, RECORD_FOLDER: record },
    maxBuffer: 64 * 1024 * 1024,
  })
  const journal = JSON.parse(await readFile(join(code, 'drizzle/meta/_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  const migration = journal.entries.at(-1)?.tag
  const statements = await oneOfEach()
  await writeFile(
    'test/deploy/released-statements.jsonl',
    [JSON.stringify({ migration }), ...statements, ''].join('\n'),
  )
  process.stdout.write(`${statements.length} statements of the code at ${migration}\n`)
} finally {
  await run('git', ['worktree', 'remove', '--force', code])
  await rm(folder, { recursive: true })
}

async function oneOfEach(): Promise<string[]> {
  const kept = new Map<string, string>()
  for (const name of (await readdir(record)).toSorted()) {
    for (const line of (await readFile(join(record, name), 'utf8')).trim().split('\n')) {
      const { text } = JSON.parse(line) as { text: string }
      if (isOurs(text) && !kept.has(shapeOf(text))) kept.set(shapeOf(text), line)
    }
  }
  return [...kept.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line)
}

/** Statements about rows and locks, but not those that begin and end transactions or apply migrations. */
function isOurs(text: string): boolean {
  return (
    /^[\s(]*(select|insert|update|delete|with|lock table)\b/i.test(text) &&
    !/migrations\b|pg_advisory_lock\(/.test(text)
  )
}

/** Returns the same text for statements that differ only in the number of values in a list. */
function shapeOf(text: string): string {
  const one = String.raw`(?:\$|default)`
  const row = String.raw`\(${one}(?:, ${one})*\)`
  return text
    .replace(/\s+/g, ' ')
    .replace(/\$\d+/g, '$')
    .replace(new RegExp(`(${row})(?:, ?${row})+`, 'g'), '(rows)')
    .replace(/\(\$(?:, \$)+\)/g, '(list)')
}
