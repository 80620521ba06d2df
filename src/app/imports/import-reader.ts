import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Drafts } from '../../domain/packs/draft-questions.ts'
import { imports } from '../../messages/desk/imports.ts'
import type { FileToRead, ImportReader } from '../../ports/imports/import-reader.ts'

export type FromReader =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'read'; result: Drafts | { refused: string } }

const entry = fileURLToPath(new URL('./reading-process.ts', import.meta.url))

/** What `test/abuse/hostile-files` holds every file to. A thousand questions take a twentieth of the time. */
const limits = { ms: 120_000, megabytes: 190 }

/** Each file is read by a process of its own, one after the other: it ends by itself or is ended, whatever is in the file. */
export function createImportReader({ ms, megabytes } = limits): ImportReader {
  let last: Promise<unknown> = Promise.resolve()
  return (file, onProgress) => {
    const mine = last.then(() => readApart(file, onProgress, { ms, megabytes }))
    last = mine.catch(() => {})
    return mine
  }
}

function readApart(
  file: FileToRead,
  onProgress: Parameters<ImportReader>[1],
  { ms, megabytes }: typeof limits,
): ReturnType<ImportReader> {
  return new Promise((resolve, reject) => {
    // It gets none of our settings, so the process that reads the file holds no secrets.
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
      // What it said before it ended was heard first.
      if (isLate) resolve({ refused: imports.tooLong })
      else if (complaint.includes('heap out of memory')) resolve({ refused: imports.tooLarge })
      else reject(new Error(`The process that reads a file ended with ${code ?? signal}: ${complaint}`))
    })
    child.send(file)
  })
}
