/** What a driver needs to reach a database. It reads nothing about TLS from the address itself. */
export type DatabaseAddress = { connectionString: string; ssl: false | { rejectUnauthorized: boolean } }

/** One rule for the store and the queue, which stand on the same server and have a driver each. */
export function databaseAddress(url: string): DatabaseAddress {
  const address = new URL(url)
  const ssl = tls(address)
  address.searchParams.delete('sslmode')
  return { connectionString: address.href, ssl }
}

/**
 * Heroku Postgres asks for TLS and presents a certificate that it signed itself, so there is nothing to verify it
 * against. A server on this machine has no certificate at all.
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
