import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type ServerRecord = { pid: number; port: number; status: string }

export function serverRecordPath(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

/**
 * Reads the file that a server writes into its cluster while it runs. Line 1 is the pid, line 4 the port, and line 8 is
 * `starting`, `ready` or `stopping`.
 */
export async function readServerRecord(cluster: string): Promise<ServerRecord | undefined> {
  const text = await readFile(serverRecordPath(cluster), 'utf8').catch(() => '')
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3] ?? 0), status: lines[7] ?? 'starting' } : undefined
}
