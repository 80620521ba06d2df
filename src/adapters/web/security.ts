import type { Duplex } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const headers: Record<string, string> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/**
 * Responds to data that Node can't parse as a request. No hook runs in this case, so the security headers are added
 * here.
 */
export function answerUnreadable(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = unreadable[error.code ?? ''] ?? '400 Bad Request'
  const body = JSON.stringify({ error: status.slice(4) })
  const lines = {
    ...headers,
    'content-type': 'application/json',
    'content-length': `${body.length}`,
    connection: 'close',
  }
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status}\r\n${head.join('')}\r\n${body}`, () => socket.destroy())
}

const unreadable: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
}

export function withSecurityHeaders(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.headers({ ...headers, 'x-request-id': request.id })
}

/**
 * Adds the security headers to every response. In production it redirects HTTP requests to `publicUrl`, or to the same
 * host over HTTPS. It ignores `X-Forwarded-Host`, which anybody may send.
 */
export function secure(app: FastifyInstance, production: boolean, publicUrl: string | undefined): void {
  app.addHook('onRequest', async (request, reply) => {
    withSecurityHeaders(request, reply)
    if (!production) return
    // The health check must work over any protocol. Heroku's router always sends this header.
    if (request.headers['x-forwarded-proto'] === 'http' && request.routeOptions.url !== '/healthz') {
      return reply.redirect(`${publicUrl ?? `https://${request.headers.host}`}${request.url}`, 308)
    }
    reply.header('strict-transport-security', 'max-age=31536000')
  })
}
