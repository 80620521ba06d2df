import type { HTTPReceiver } from '@slack/bolt'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { rawBodyOf, takeRawBodies } from '../../chats/raw-bodies.ts'
import type { HandleRequest } from '../connect/bolt.ts'
import { paths } from '../connect/paths.ts'
import { inspect } from './guard.ts'

/** Serves `POST /slack/events`, and rejects the requests that Bolt can't handle. */
export function eventsRoute(
  handle: HandleRequest,
  options: { signingSecret: string; unused(what: string): void },
): FastifyPluginAsync {
  return async (server) => {
    takeRawBodies(server)
    server.post(paths.events, async (request, reply) => {
      const raw = Object.assign(request.raw, { rawBody: rawBodyOf(request) })
      const verdict = await inspect(raw, options.signingSecret)
      switch (verdict.kind) {
        case 'refused':
          return reply.code(verdict.status).send()
        case 'check':
          return reply.send(verdict.body)
        case 'unused':
          options.unused(verdict.what)
          return reply.send()
        case 'pass': {
          const { status, body } = await handle({ ...verdict, request: raw, requestId: request.id })
          return reply.code(status).send(body)
        }
      }
    })
  }
}

export function oauthRoutes(receiver: HTTPReceiver): FastifyPluginAsync {
  return async (server) => {
    for (const path of [paths.install, paths.redirect]) {
      server.get(path, { exposeHeadRoute: false }, (request, reply) => handOver(receiver, request, reply))
    }
  }
}

function handOver(receiver: HTTPReceiver, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack()
  // Bolt writes to the raw response, which lacks the headers that Fastify adds to all responses.
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
  try {
    receiver.requestListener(request.raw, reply.raw)
  } catch {
    // Bolt throws if a path isn't exactly one of its own.
    reply.raw.writeHead(404).end()
  }
  return reply
}
