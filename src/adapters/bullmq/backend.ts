import type { BackendFactory, IQueueBackend } from 'bullmq'

export type Backend<B extends IQueueBackend, Connection> = {
  connection: Connection
  factory: BackendFactory<B, Connection>
  /** How long an idle worker waits for a notification before it polls, in seconds. */
  listenSeconds: number
  /** Resolves when the store is reachable. Rejects after `ms` milliseconds. */
  reachable(ms: number): Promise<void>
  /** Returns the keys that already have a job, or none if the store checks them itself when jobs are added. */
  taken(keys: readonly string[]): Promise<ReadonlySet<string>>
  close(): Promise<void>
}
