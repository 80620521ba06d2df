import type { FastifyRequest } from 'fastify'

/** The cookies that a browser sends under this name; there may be several with the same name, for different paths. */
export function cookieValues(request: FastifyRequest, wanted: string): string[] {
  return (request.headers.cookie ?? '').split(';').flatMap((part) => {
    const [name, value] = part.trim().split('=', 2)
    return name === wanted && value !== undefined ? [value] : []
  })
}
