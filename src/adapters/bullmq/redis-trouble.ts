import { TimeoutError } from './with-timeout.ts'

/**
 * Describes why a connection to Redis failed, for an operator. With the wrong TLS setting, some servers hang up and
 * others don't respond, because they read the handshake as the start of a long command.
 */
export function redisTrouble(url: string, error: Error): string {
  const encrypted = url.startsWith('rediss:')
  if (error instanceof TimeoutError && encrypted) {
    return `${error.message} REDIS_URL begins with rediss://, and the server may not support TLS.`
  }
  if (!hungUp(error)) return error.message
  return encrypted
    ? `The server closes the connection during the TLS handshake. REDIS_URL begins with rediss://, and the server may not support TLS (${error.code}).`
    : `The server closes the connection. REDIS_URL begins with redis://, and the server may require TLS, which is rediss:// (${error.code}).`
}

const hangUps = ['ECONNRESET', 'EPIPE', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG']

/** Whether the server hung up during the handshake, which only a wrong TLS setting causes. */
export function hungUp(error: Error): error is Error & { code: string } {
  return 'code' in error && hangUps.includes(String(error.code))
}
