import { Pool } from 'pg'
import type { Installations } from '../../ports/installations.ts'
import type { Store } from '../../ports/store/store.ts'
import type { Transcript } from '../../ports/transcript.ts'
import { installations } from './chats/installations.ts'
import { coalescingSocket } from './sql/coalescing-socket.ts'
import { connection } from './sql/connection.ts'
import { plainErrors } from './sql/plain-errors.ts'
import { poolSession } from './sql/session.ts'
import { storedSize } from './sql/stored-size.ts'
import { tlsTrouble } from './sql/tls-trouble.ts'
import { tables } from './tables.ts'
import { sandboxes } from './transcript/sandboxes.ts'
import { transcript } from './transcript/transcript.ts'
import { transcriptWatch } from './transcript/transcript-watch.ts'

/**
 * Connections are opened when they are needed, at most `poolSize`. The playground has its own pool, so that a crowd
 * there doesn't delay the chats, and one more connection while somebody watches it. Errors on idle connections go to
 * `onError`.
 */
export function openStore(options: {
  url: string
  poolSize: number
  onError(error: unknown): void
}): Store & { transcript: Transcript; installations: Installations } {
  const pool = openPool(options)
  const transcriptPool = openPool({ ...options, poolSize: 1 })
  const session = poolSession(pool)
  const transcriptSession = poolSession(transcriptPool)
  const watching = transcriptWatch(options)
  return {
    ...tables(session),
    sandboxes: plainErrors(sandboxes(transcriptSession)),
    transaction: (work) => session.atomically((part) => work(tables(part))),
    async ping() {
      const { rows } = await pool.query<Writable>(writable).catch((cause: unknown) => {
        throw new Error(tlsTrouble(cause) ?? (cause instanceof Error ? cause.message : String(cause)), { cause })
      })
      if (rows[0]?.readOnly) throw withCode('25006', 'Postgres is read-only')
      if (rows[0]?.fixed)
        throw withCode('42501', 'Postgres accepts no new rows: INSERT was revoked, as when a plan is full')
    },
    size: () => storedSize(session),
    async close() {
      await watching.close()
      await Promise.all([pool.end(), transcriptPool.end()])
    },
    transcript: plainErrors(transcript(transcriptSession, watching.watch)),
    installations: plainErrors(installations(session)),
  }
}

type Writable = { readOnly: boolean; fixed: boolean }

/**
 * Every event writes, so a read-only database counts as unavailable. Before the first migration there is no table yet.
 */
const writable = `
  select current_setting('transaction_read_only') = 'on' as "readOnly",
    not has_table_privilege(to_regclass('answers'), 'insert') as "fixed"`

function withCode(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}

function openPool({ url, poolSize, onError }: { url: string; poolSize: number; onError(error: unknown): void }): Pool {
  const pool = new Pool({ ...connection(url), max: poolSize, pipeline: true, stream: coalescingSocket })
  // A connection can break while it is idle in the pool, or between two statements of a transaction. The pool reports
  // only the first case, and an unhandled error event ends the process.
  pool.on('connect', (client) => client.on('error', onError))
  pool.on('error', () => {})
  return pool
}
