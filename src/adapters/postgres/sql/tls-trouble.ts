const untraceable = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/**
 * Describes the fault in the TLS setting of DATABASE_URL. Returns undefined if the connection failed for another
 * reason.
 */
export function tlsTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (untraceable.has(code)) {
    return `DATABASE_URL requires a certificate that can be verified, and the server's can't be (${code}). Heroku's certificates are self-signed, so use sslmode=require or omit sslmode.`
  }
  // Only the error messages of the server and the driver distinguish these two from other failures.
  if (/no encryption|SSL off/.test(error.message)) {
    return 'DATABASE_URL has sslmode=disable, and the server requires encryption. Use sslmode=require or omit sslmode.'
  }
  if (/does not support SSL/.test(error.message)) {
    return 'The server does not support TLS. Use sslmode=disable in DATABASE_URL. (Heroku Postgres supports TLS, so this may be the wrong server.)'
  }
  return undefined
}
