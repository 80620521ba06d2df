import type { ClientConfig } from 'pg'

const seconds = 1000

/** How every connection of ours is made. Limits in milliseconds, so that nothing waits for ever on a lock or a dead network. */
export function connection(url: string): ClientConfig {
  const address = new URL(url)
  const ssl = tls(address)
  address.searchParams.delete('sslmode')
  return {
    connectionString: address.href,
    ssl,
    application_name: 'heroku-quiz',
    // An idle connection whose other end has vanished is noticed within half a minute, not within Linux' two hours.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10 * seconds,
    connectionTimeoutMillis: 5 * seconds,
    statement_timeout: 10 * seconds,
    lock_timeout: 5 * seconds,
    idle_in_transaction_session_timeout: 15 * seconds,
    // Longer than any limit that the server keeps itself: this one is for a server that has vanished.
    query_timeout: 60 * seconds,
  }
}

/**
 * Heroku Postgres asks for TLS and presents a certificate that it signed itself, so there is nothing to verify it
 * against. A server on this machine has no certificate at all.
 */
function tls({ hostname, searchParams }: URL): ClientConfig['ssl'] {
  const host = searchParams.get('host') ?? decodeURIComponent(hostname)
  const local = host === '' || host.startsWith('/') || ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host)
  switch (searchParams.get('sslmode')) {
    case 'disable':
      return false
    case 'verify-ca':
    case 'verify-full':
      return true
    case 'require':
    case 'no-verify':
      return { rejectUnauthorized: false }
    default:
      return local ? false : { rejectUnauthorized: false }
  }
}
