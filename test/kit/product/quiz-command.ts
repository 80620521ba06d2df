import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { runQuiz } from '../../../src/cli/program.ts'

type Surroundings = { bank: string; input?: string; env?: Record<string, string> }

export type Said = { status: number | null; out: string; err: string }

let last: Promise<unknown> = Promise.resolve()

/**
 * Runs an operator's command with the settings of a one-off dyno. It runs in this process, which is many times faster
 * than starting one. So concurrent commands run one after the other.
 */
export function quiz(words: readonly string[], surroundings: Surroundings): Promise<Said> {
  const mine = last.then(() => runHere(words, surroundings))
  last = mine.catch(() => {})
  return mine
}

/** Runs the command in a separate process, as `npm run quiz -- ...` does, to test its input and output. */
export async function quizProcess(words: readonly string[], { bank, input = '', env }: Surroundings): Promise<Said> {
  const child = spawn(process.execPath, ['src/cli.ts', ...words], {
    env: { PATH: process.env.PATH, QUIZ_QUESTIONS: bank, ...env },
  })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { status, out, err }
}

async function runHere(words: readonly string[], { bank, input = '', env }: Surroundings): Promise<Said> {
  const { stdout, stderr, env: before } = process
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin')
  const [writeOut, writeErr] = [stdout.write, stderr.write]
  const [out, err]: [string[], string[]] = [[], []]
  const into = (lines: string[]) => (chunk: string | Uint8Array) => lines.push(String(chunk)) > 0
  try {
    process.env = { PATH: before.PATH, NODE_ENV: 'production', QUIZ_QUESTIONS: bank, ...env }
    Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true })
    stdout.write = into(out)
    stderr.write = into(err)
    await runQuiz(words)
    return { status: Number(process.exitCode ?? 0), out: out.join(''), err: err.join('') }
  } finally {
    stdout.write = writeOut
    stderr.write = writeErr
    if (stdin) Object.defineProperty(process, 'stdin', stdin)
    process.env = before
    process.exitCode = undefined
  }
}

/** A folder with these files, which is deleted after the test. */
export async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'quiz-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}
