import type { FastifyInstance } from 'fastify'

const mostBytes = 1024 * 1024

const form = 'application/x-www-form-urlencoded'

/**
 * Keeps a body as the bytes that were sent, because the signature covers those. Any content type but a form is treated
 * as JSON. Otherwise Fastify would refuse an unknown type before the signature is checked.
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

export function rawBodyOf({ body }: { body: unknown }): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}
