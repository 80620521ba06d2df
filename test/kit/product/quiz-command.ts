import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** One of the operator's commands as a process of its own, which is what `npm run quiz -- ...` starts. */
export async function quiz(
  words: readonly string[],
  { bank, input = '', env = {} }: { bank: string; input?: string; env?: Record<string, string> },
): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['src/cli.ts', ...words], {
    env: { PATH: process.env.PATH, QUIZ_QUESTIONS: bank, ...env },
  })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { status, out, err }
}

/** A folder with these files, gone after the test. */
export async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'quiz-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}
