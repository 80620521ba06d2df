import type { FastifyPluginAsync } from 'fastify'
import { createOnce } from '../../chats/once.ts'
import { rawBodyOf, takeRawBodies } from '../../chats/raw-bodies.ts'
import { paths } from '../connect/paths.ts'
import type { Guard } from './guard.ts'
import type { Listener } from './listener.ts'
import { readPayload } from './payloads.ts'
import { readWebhookEvent, type WebhookEvent } from './webhook-events.ts'

/** Serves `POST /discord/interactions`. The response to the request is what people see. */
export function interactionsRoute(guard: Guard, listener: Listener): FastifyPluginAsync {
  return async (server) => {
    const once = createOnce()
    takeRawBodies(server)
    server.post(paths.interactions, async (request, reply) => {
      const verdict = guard(request.headers, rawBodyOf(request), readPayload)
      if (verdict.kind === 'refused') return reply.code(verdict.status).send()
      // The same signature means that the request was replayed. It gets the same response and has no other effect.
      const answer = await once(verdict.signature, () =>
        listener.handle(verdict.payload, { id: request.id, signature: verdict.signature }),
      )
      return reply.code(200).send(answer)
    })
  }
}

/**
 * Serves `POST /discord/events`, which receives Discord's events about the app itself. Discord expects an empty
 * response, even to events that we ignore.
 */
export function webhookRoute(guard: Guard, handle: (event: WebhookEvent) => Promise<unknown>): FastifyPluginAsync {
  return async (server) => {
    const once = createOnce()
    takeRawBodies(server)
    server.post(paths.events, async (request, reply) => {
      const verdict = guard(request.headers, rawBodyOf(request), readWebhookEvent)
      if (verdict.kind === 'refused') return reply.code(verdict.status).send()
      await once(verdict.signature, () => handle(verdict.payload))
      return reply.code(204).send()
    })
  }
}
