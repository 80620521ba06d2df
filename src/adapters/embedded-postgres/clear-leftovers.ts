import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { describeProcess } from './describe-process.ts'
import { PostgresInUse } from './postgres-in-use.ts'
import { keeperName } from './server-keeper.ts'
import { readServerRecord, serverRecordPath } from './server-record.ts'

const patienceMs = 10_000
/** A keeper takes a few milliseconds to notice that its owner has exited. */
const noticeMs = 300

/**
 * Makes sure that the cluster has no running server and no lock file that would prevent a new one. It waits for a
 * server that is shutting down, stops a server that has lost its keeper, and removes the record of a server whose pid
 * now belongs to another process. Postgres itself handles a pid that doesn't exist. Throws PostgresInUse if the
 * server's owner is running.
 */
export async function clearLeftovers(cluster: string, onProgress: (line: string) => void): Promise<void> {
  const started = Date.now()
  let asked = false
  for (;;) {
    const record = await readServerRecord(cluster)
    const server = record && (await describeProcess(record.pid))
    if (!record || !server) return
    if (!server.command.includes(cluster)) return rm(serverRecordPath(cluster), { force: true })

    const waited = Date.now() - started
    const kept = (await describeProcess(server.parent))?.command.includes(keeperName) ?? false
    if (kept && waited > noticeMs && record.status === 'ready')
      throw new PostgresInUse(cluster, record.pid, record.port)
    if (!kept && !asked) {
      onProgress(`Stopping a Postgres (process ${record.pid}) that an earlier start left behind`)
      process.kill(record.pid, 'SIGINT')
      asked = true
    }
    if (waited > patienceMs) throw new Error(`Postgres process ${record.pid} does not exit. Stop it manually.`)
    await sleep(20)
  }
}
