import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * A folder with these topics of the built-in bank, which is deleted when the process exits. Reading and compiling the
 * whole bank takes seconds, so tests that need some real questions use two topics.
 */
export function topicsOfTheBank(...topics: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'heroku-quiz-bank-'))
  process.once('exit', () => rmSync(folder, { recursive: true }))
  for (const name of [...topics, 'synonyms']) {
    symlinkSync(resolve('questions', `${name}.yaml`), join(folder, `${name}.yaml`))
  }
  return folder
}
