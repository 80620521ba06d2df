import type { ClientConfig } from 'pg'
import { databaseAddress } from '../../database-address.ts'

const seconds = 1000

/**
 * The configuration of all our connections. Its limits (in milliseconds) keep statements from waiting forever for a
 * lock or a dead network.
 */
export function connection(url: string): ClientConfig {
  return {
    ...databaseAddress(url),
    application_name: 'heroku-quiz',
    // A dead connection is noticed within half a minute. Linux's default is two hours.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10 * seconds,
    connectionTimeoutMillis: 5 * seconds,
    statement_timeout: 10 * seconds,
    lock_timeout: 5 * seconds,
    idle_in_transaction_session_timeout: 15 * seconds,
    // This is longer than any limit of the server. It applies if the server no longer responds.
    query_timeout: 60 * seconds,
  }
}
