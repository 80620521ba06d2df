import type { ClientConfig } from 'pg'
import { databaseAddress } from '../../database-address.ts'

const seconds = 1000

/**
 * How all our connections are configured. Limits in milliseconds, so that nothing waits forever on a lock or a dead
 * network.
 */
export function connection(url: string): ClientConfig {
  return {
    ...databaseAddress(url),
    application_name: 'heroku-quiz',
    // An idle connection whose other end has vanished is noticed within half a minute, not within Linux's two hours.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10 * seconds,
    connectionTimeoutMillis: 5 * seconds,
    statement_timeout: 10 * seconds,
    lock_timeout: 5 * seconds,
    idle_in_transaction_session_timeout: 15 * seconds,
    // Longer than any limit that the server enforces itself: this one is for a server that has vanished.
    query_timeout: 60 * seconds,
  }
}
