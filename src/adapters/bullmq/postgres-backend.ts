import { type BackendFactory, type PostgresConnectionOptions, PostgresQueueBackend } from 'bullmq'
import { databaseAddress } from '../database-address.ts'
import type { Backend } from './backend.ts'
import { PatientConnection } from './patient-connection.ts'
import { queueSchema } from './queue-schema.ts'

/**
 * Opens two connections in a process that runs jobs, of which the second waits for notifications. A process that only
 * adds jobs opens one, and closes it after half a minute without jobs.
 */
export function postgresBackend(
  url: string,
  onError: (error: Error) => void,
): Backend<PostgresQueueBackend, PostgresConnectionOptions> {
  const options = {
    ...databaseAddress(url),
    schema: queueSchema,
    max: 1,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    application_name: 'heroku-quiz queue',
  }
  // Shared by the queue and the worker. The library would open a pool for each.
  const connection = new PatientConnection(options)
  connection.on('error', onError)
  const factory: BackendFactory<PostgresQueueBackend, PostgresConnectionOptions> = (name, opts, use) =>
    new PostgresQueueBackend(connection, name, opts, use?.withBlockingConnection === true)
  return {
    connection: options,
    factory,
    listenSeconds: 30,
    reachable: () => Promise.resolve(),
    // `addBulk` checks the ids of a batch itself.
    taken: async () => new Set(),
    close: () => connection.close(),
  }
}
