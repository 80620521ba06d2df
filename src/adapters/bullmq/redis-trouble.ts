import { Silence } from './within.ts'

/**
 * Why a connection to Redis failed, in an operator's words. The wrong TLS setting looks like a server that hangs up;
 * or, if the server takes the handshake for the beginning of a long command, like one that doesn't respond.
 */
export function redisTrouble(url: string, error: Error): string {
  const encrypted = url.startsWith('rediss:')
  if (error instanceof Silence && encrypted) {
    return `${error.message} REDIS_URL begins with rediss:// and the server may not speak TLS.`
  }
  if (!hungUp(error)) return error.message
  return encrypted
    ? `The server hangs up during the TLS greeting: REDIS_URL begins with rediss:// and the server may not speak TLS (${error.code}).`
    : `The server hangs up: REDIS_URL begins with redis:// and the server may take TLS only, which is rediss:// (${error.code}).`
}

const hangUps = ['ECONNRESET', 'EPIPE', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG']

/** Whether the server hung up right at the beginning, which only the wrong TLS setting causes. */
export function hungUp(error: Error): error is Error & { code: string } {
  return 'code' in error && hangUps.includes(String(error.code))
}
