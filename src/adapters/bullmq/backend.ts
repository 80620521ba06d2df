import type { BackendFactory, IQueueBackend } from 'bullmq'

/** Where the jobs lie: what BullMQ needs to reach it, and what we need to know of it. */
export type Backend<B extends IQueueBackend, Connection> = {
  connection: Connection
  factory: BackendFactory<B, Connection>
  /** How long an idle worker listens before it looks by itself, in seconds. */
  listenSeconds: number
  /** Resolves when it can be reached; rejects after that many milliseconds. */
  reachable(ms: number): Promise<void>
  close(): Promise<void>
}
