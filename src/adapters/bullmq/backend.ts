import type { BackendFactory, IQueueBackend } from 'bullmq'

/** Where jobs are stored: what BullMQ needs to reach it, and what we need to know about it. */
export type Backend<B extends IQueueBackend, Connection> = {
  connection: Connection
  factory: BackendFactory<B, Connection>
  /** How long an idle worker listens before it polls, in seconds. */
  listenSeconds: number
  /** Resolves when it can be reached; rejects after that many milliseconds. */
  reachable(ms: number): Promise<void>
  /** Which of these keys already have a job. Only for backends where asking is cheaper than adding each job again. */
  taken(keys: readonly string[]): Promise<ReadonlySet<string>>
  close(): Promise<void>
}
