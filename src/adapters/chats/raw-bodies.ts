import type { FastifyInstance } from 'fastify'

const mostBytes = 1024 * 1024

const form = 'application/x-www-form-urlencoded'

/**
 * A body comes as the bytes that were sent, because a signature covers those, whatever their type is said to be. What is
 * no form is JSON: a type that Fastify cannot read would be refused before anybody looks at the signature.
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

/** The bytes; none where nothing was sent. */
export function rawBodyOf({ body }: { body: unknown }): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}
