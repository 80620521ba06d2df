import type { FastifyRequest } from 'fastify'

/**
 * Whether one of our own pages sent the request. Browsers send its origin. Clients that send none have no other
 * person's cookies.
 */
export function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  return origin === undefined || origin === `${request.protocol}://${request.host}`
}
