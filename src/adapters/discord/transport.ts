import type { FastifyPluginAsync } from 'fastify'
import { rawBodyOf, takeRawBodies } from '../chats/raw-bodies.ts'
import type { Guard } from './guard.ts'
import type { Listener } from './listener.ts'
import { paths } from './paths.ts'

/** `POST /discord/interactions`: the answer to the request is the answer that people see. */
export function interactionsRoute(guard: Guard, listener: Listener): FastifyPluginAsync {
  return async (server) => {
    // The signature covers the bytes as they came, whatever their type is said to be: one that Fastify cannot read would
    // be refused before anybody looks at the signature.
    server.addHook('onRequest', async ({ headers }) => {
      headers['content-type'] = 'application/json'
    })
    takeRawBodies(server)
    server.post(paths.interactions, async (request, reply) => {
      const verdict = guard(request.headers, rawBodyOf(request))
      if (verdict.kind === 'refused') return reply.code(verdict.status).send()
      return reply.code(200).send(await listener.hear(verdict.payload, request.id))
    })
  }
}
