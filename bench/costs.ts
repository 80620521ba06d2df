import { readFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'

/** User and system time of a process so far, in milliseconds. Linux only; the kernel counts in hundredths of a second. */
export async function processorMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** An idle connection reports its last commits up to this many milliseconds late. */
const reportDelayMs = 10_500

export async function commits(client: Client): Promise<number> {
  await wait(reportDelayMs)
  const { rows } = await client.query<{ commits: number }>(
    'select sum(xact_commit)::int as commits from pg_stat_database where datname = current_database()',
  )
  return rows[0]?.commits ?? 0
}

/**
 * The last line of a benchmark. `before` is the machine's load before it started. If that is more than half of the
 * cores, other programs affect the times too much.
 */
export function machineLine(before: number): string {
  const cores = availableParallelism()
  const line = `${cores} cores, load ${before.toFixed(1)} before and ${loadavg()[0]?.toFixed(1)} after, Node ${process.version}`
  if (before <= cores / 2) return line
  return `${line}\nToo busy a machine to believe these times: the processor time and the statements hold.`
}
