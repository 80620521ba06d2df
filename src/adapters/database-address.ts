/** What a driver needs to reach a database. TLS settings are not read from the address itself. */
export type DatabaseAddress = { connectionString: string; ssl: false | { rejectUnauthorized: boolean } }

/** One rule for the store and the queue, which are on the same server but have a driver each. */
export function databaseAddress(url: string): DatabaseAddress {
  const address = new URL(url)
  const ssl = tls(address)
  address.searchParams.delete('sslmode')
  return { connectionString: address.href, ssl }
}

/**
 * Heroku Postgres requires TLS and has a self-signed certificate, so there is nothing to verify it against. A server on
 * this machine has no certificate at all.
 */
function tls({ hostname, searchParams }: URL): DatabaseAddress['ssl'] {
  const host = searchParams.get('host') ?? decodeURIComponent(hostname)
  const local = host === '' || host.startsWith('/') || ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host)
  switch (searchParams.get('sslmode')) {
    case 'disable':
      return false
    case 'verify-ca':
    case 'verify-full':
      return { rejectUnauthorized: true }
    case 'require':
    case 'no-verify':
      return { rejectUnauthorized: false }
    default:
      return local ? false : { rejectUnauthorized: false }
  }
}
