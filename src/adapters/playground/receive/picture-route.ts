import type { FastifyInstance } from 'fastify'
import type { Transcript } from '../../../ports/transcript.ts'

/** Serves pictures in messages. The address is a hash of the content, so browsers may cache them forever. */
export function pictureRoute(app: FastifyInstance, transcript: Transcript): void {
  app.get<{ Params: { hash: string } }>('/play/picture/:hash.png', async (request, reply) => {
    const { hash } = request.params
    const png = /^[0-9a-f]{64}$/.test(hash) ? await transcript.picture(hash) : undefined
    if (!png) return reply.callNotFound()
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type('image/png').send(Buffer.from(png))
  })
}
