import type { FastifyRequest } from 'fastify'

/**
 * Whether our own page sent this. Browsers say where a request comes from; a program that says nothing has no cookies
 * of anybody else to abuse.
 */
export function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  return origin === undefined || origin === `${request.protocol}://${request.host}`
}
