import type { FastifyPluginAsync } from 'fastify'
import { rawBodyOf, takeRawBodies } from '../chats/raw-bodies.ts'
import type { Guard } from './guard.ts'
import type { Listener } from './listener.ts'
import { paths } from './paths.ts'

/** `POST /discord/interactions`: the answer to the request is the answer that people see. */
export function interactionsRoute(guard: Guard, listener: Listener): FastifyPluginAsync {
  return async (server) => {
    takeRawBodies(server)
    server.post(paths.interactions, async (request, reply) => {
      const verdict = guard(request.headers, rawBodyOf(request))
      if (verdict.kind === 'refused') return reply.code(verdict.status).send()
      return reply.code(200).send(await listener.hear(verdict.payload, request.id))
    })
  }
}
