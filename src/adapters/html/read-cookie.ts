import type { FastifyRequest } from 'fastify'

/** Returns all cookies with this name, because a browser may send several for different paths. */
export function cookieValues(request: FastifyRequest, wanted: string): string[] {
  return (request.headers.cookie ?? '').split(';').flatMap((part) => {
    const [name, value] = part.trim().split('=', 2)
    return name === wanted && value !== undefined ? [value] : []
  })
}
