import type { FastifyRequest } from 'fastify'

/** What a browser sends under this name; a browser may hold several cookies of one name, for different paths. */
export function cookieValues(request: FastifyRequest, wanted: string): string[] {
  return (request.headers.cookie ?? '').split(';').flatMap((part) => {
    const [name, value] = part.trim().split('=', 2)
    return name === wanted && value !== undefined ? [value] : []
  })
}
