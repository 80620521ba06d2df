import type { FastifyRequest } from 'fastify'

/**
 * Whether our own page sent this. Browsers say where a request comes from; a program that doesn't say can't abuse
 * anybody else's cookies.
 */
export function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  return origin === undefined || origin === `${request.protocol}://${request.host}`
}
