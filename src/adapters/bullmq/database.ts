/** The queue's tables keep to themselves. */
export const queueSchema = 'bullmq'

/**
 * How to reach the database. Heroku's wants TLS, with a certificate that it signed itself; a server on this machine has
 * none. The URL's own `sslmode` decides where it has one.
 */
export function database(url: string): { connectionString: string; ssl: false | { rejectUnauthorized: boolean } } {
  const address = new URL(url)
  const mode = address.searchParams.get('sslmode')
  // The driver would take it out of the URL and verify where `require` is all that is asked for.
  address.searchParams.delete('sslmode')
  const here = ['', 'localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
  const plain = mode === null ? here : mode === 'disable'
  const verified = mode === 'verify-ca' || mode === 'verify-full'
  return { connectionString: address.href, ssl: plain ? false : { rejectUnauthorized: verified } }
}
