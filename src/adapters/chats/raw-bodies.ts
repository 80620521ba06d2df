import type { FastifyInstance } from 'fastify'

const mostBytes = 1024 * 1024

const form = 'application/x-www-form-urlencoded'

/**
 * Keeps a body as the bytes that were sent, because a signature covers those, whatever the content type says. Anything
 * that isn't a form is treated as JSON: otherwise Fastify would refuse an unknown type before anybody checks the
 * signature.
 */
export function takeRawBodies(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ headers }) => {
    headers['content-type'] = headers['content-type']?.toLowerCase().startsWith(form) ? form : 'application/json'
  })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) =>
    done(null, body),
  )
}

/** The bytes; empty if nothing was sent. */
export function rawBodyOf({ body }: { body: unknown }): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}
