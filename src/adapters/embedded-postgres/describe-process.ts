import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type ProcessDescription = { parent: number; command: string }

/**
 * Returns a process's parent and command line, or undefined if it doesn't exist. On Linux it reads /proc, because small
 * images lack `ps`.
 */
export async function describeProcess(pid: number): Promise<ProcessDescription | undefined> {
  try {
    if (process.platform !== 'linux') {
      const { stdout } = await run('ps', ['-o', 'ppid=,command=', '-p', String(pid)])
      const [parent = '', ...words] = stdout.trim().split(/\s+/)
      return { parent: Number(parent), command: words.join(' ') }
    }
    const [status, command] = await Promise.all([
      readFile(`/proc/${pid}/status`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ])
    // A zombie process keeps its pid and has an empty command line.
    if (command === '') return undefined
    return { parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), command: command.replaceAll('\0', ' ') }
  } catch {
    return undefined
  }
}
