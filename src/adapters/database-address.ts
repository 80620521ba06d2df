/** The connection options of a driver. TLS settings aren't read from the address itself. */
export type DatabaseAddress = { connectionString: string; ssl: false | { rejectUnauthorized: boolean } }

/** The store and the queue use different drivers for the same server, so they share this rule. */
export function databaseAddress(url: string): DatabaseAddress {
  const address = new URL(url)
  const ssl = tls(address)
  address.searchParams.delete('sslmode')
  return { connectionString: address.href, ssl }
}

/**
 * Heroku Postgres requires TLS with a self-signed certificate, which can't be verified. A local server has no
 * certificate.
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
