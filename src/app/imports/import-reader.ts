import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Drafts } from '../../domain/packs/draft-questions.ts'
import { imports } from '../../messages/desk/imports.ts'
import type { FileToRead, ImportReader } from '../../ports/imports/import-reader.ts'

export type FromReader =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'read'; result: Drafts | { refused: string } }

const entry = fileURLToPath(new URL('./reading-process.ts', import.meta.url))

/**
 * `test/abuse/hostile-files` tests these limits with malicious files. A thousand questions take a twentieth of the
 * time.
 */
const limits = { ms: 120_000, megabytes: 190 }

/** Reads files one after the other, each in its own process. The process is killed if it exceeds the limits. */
export function createImportReader({ ms, megabytes } = limits): ImportReader {
  let last: Promise<unknown> = Promise.resolve()
  return (file, onProgress) => {
    const mine = last.then(() => readInProcess(file, onProgress, { ms, megabytes }))
    last = mine.catch(() => {})
    return mine
  }
}

function readInProcess(
  file: FileToRead,
  onProgress: Parameters<ImportReader>[1],
  { ms, megabytes }: typeof limits,
): ReturnType<ImportReader> {
  return new Promise((resolve, reject) => {
    // The process gets an empty environment, so that it holds no secrets while it reads the file.
    const child = fork(entry, {
      execArgv: [`--max-old-space-size=${megabytes}`],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let [complaint, isLate] = ['', false]
    const kill = (): void => void child.kill('SIGKILL')
    const timer = setTimeout(() => {
      isLate = true
      kill()
    }, ms)
    process.once('exit', kill)
    child.stderr?.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(0, 4000)
    })
    child.on('message', (said: FromReader) => {
      if (said.kind === 'progress') onProgress(said.done, said.total)
      else resolve(said.result)
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      process.off('exit', kill)
      // Messages that were sent before the exit have already been handled.
      if (isLate) resolve({ refused: imports.tooLong })
      else if (complaint.includes('heap out of memory')) resolve({ refused: imports.tooLarge })
      else reject(new Error(`The process that reads a file exited with ${code ?? signal}: ${complaint}`))
    })
    child.send(file)
  })
}
