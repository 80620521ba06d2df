/** Why a connection to Redis failed, in an operator's words: the wrong TLS setting looks like a server that hangs up. */
export function redisTrouble(url: string, error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  const hungUp = ['ECONNRESET', 'EPIPE', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'].includes(
    code,
  )
  if (!hungUp) return error.message
  return url.startsWith('rediss:')
    ? `The server hangs up during the TLS greeting: REDIS_URL begins with rediss:// and the server may not speak TLS (${code}).`
    : `The server hangs up: REDIS_URL begins with redis:// and the server may take TLS only, which is rediss:// (${code}).`
}
