import type { FastifyInstance } from 'fastify'

const mostBytes = 1024 * 1024

/** A body comes as the bytes that were sent, because a signature covers those, whatever their type is said to be. */
export function takeRawBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) =>
    done(null, body),
  )
}

/** The bytes; none where nothing was sent. */
export function rawBodyOf({ body }: { body: unknown }): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}
