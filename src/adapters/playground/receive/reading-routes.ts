import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Place } from '../../../domain/place.ts'
import { playground } from '../../../messages/site/playground.ts'
import { type Html, html } from '../../html/html.ts'
import { sendPage } from '../../html/page.ts'
import type { Names } from '../names.ts'
import type { PlayOptions } from '../options.ts'
import { meForms } from '../pages/me-page.ts'
import { channelPage, channelPath, plainPage } from '../pages/page.ts'
import { type Rendering, renderMessage } from '../pages/render.ts'
import { renderEntries } from '../pages/thread.ts'
import { type Channel, channelInPath, playgroundChannels } from '../places.ts'
import { newVisitor, readVisitor, rememberVisitor, type Visitor } from '../player-cookie.ts'
import type { Streams } from '../streams.ts'
import { completeEvent, homeEvent } from './events.ts'
import { completeQuery } from './form-body.ts'
import { wantsJson } from './respond.ts'

const shownAtFirst = 200

const streamQuery = z.object({ after: z.coerce.number().int().min(0).catch(0) })
const lastEvent = z.coerce.number().int().min(0)

type Reading = { streams: Streams; names: Names; renderingIn: (channel: Place) => Rendering }
type InChannel = { Params: { channel: string } }

/** Everything that is only looked at. */
export function readingRoutes(
  app: FastifyInstance,
  options: PlayOptions,
  { streams, names, renderingIn }: Reading,
): void {
  /** Whoever comes without a cookie is somebody new. */
  function arrive(request: FastifyRequest, reply: FastifyReply): Visitor {
    const visitor = readVisitor(request, options.secret) ?? newVisitor()
    names.learn(visitor)
    rememberVisitor(request, reply, options.secret, visitor)
    return visitor
  }

  function known(request: FastifyRequest): Visitor {
    const visitor = readVisitor(request, options.secret)
    if (!visitor) throw Object.assign(new Error('no cookie of ours'), { statusCode: 403 })
    return visitor
  }

  async function showChannel(request: FastifyRequest, reply: FastifyReply, channel: Channel): Promise<FastifyReply> {
    const visitor = arrive(request, reply)
    const entries = await options.transcript.since(channel.ref, visitor.ref, 0, shownAtFirst)
    for (const { author } of entries) if (author) names.learn(author)
    const lines = renderEntries(entries, () => renderingIn(channel.ref), visitor.ref)
    const sequence = Math.max(0, ...entries.map((entry) => entry.sequence))
    return sendPage(
      reply,
      200,
      channelPage({ visitor, people: streams.people(), channel, lines, sequence, once: randomUUID() }),
    )
  }

  app.get('/play', (request, reply) => showChannel(request, reply, playgroundChannels[0]))

  app.get<InChannel>('/play/c/:channel', (request, reply) =>
    showChannel(request, reply, channelInPath(request.params.channel)),
  )

  app.get<InChannel>('/play/c/:channel/events', { exposeHeadRoute: false }, async (request, reply) => {
    const channel = channelInPath(request.params.channel)
    const visitor = known(request)
    const { after } = streamQuery.parse(request.query)
    const resumed = lastEvent.catch(after).parse(request.headers['last-event-id'])
    reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no').type('text/event-stream; charset=utf-8')
    return reply.send(streams.open(visitor, channel.ref, resumed))
  })

  app.get<InChannel>('/play/c/:channel/complete', async (request, reply) => {
    const channel = channelInPath(request.params.channel)
    const visitor = known(request)
    const { words } = completeQuery.parse(request.query)
    const found = await options.handleEvent(completeEvent({ visitor, channel, requestId: request.id }, words))
    return reply.header('cache-control', 'no-store').send({ choices: found.kind === 'choices' ? found.choices : [] })
  })

  app.get('/play/me', async (request, reply) => {
    const visitor = arrive(request, reply)
    const forms = meForms(visitor, randomUUID())
    if (wantsJson(request))
      return reply.header('cache-control', 'no-store').send({ kind: 'form', html: forms.toString() })
    return sendPage(reply, 200, plainPage(playground.me.title, visitor, '', forms))
  })

  app.get('/play/home', async (request, reply) => {
    const visitor = arrive(request, reply)
    const [channel] = playgroundChannels
    const found = await options.handleEvent(homeEvent({ visitor, channel, requestId: request.id }))
    const shown: Html =
      found.kind === 'home' || found.kind === 'private'
        ? renderMessage(found.message, renderingIn(channel.ref))
        : html`<p>${playground.home.nothing}</p>`
    const back = html`<p><a class="button plain" href="${channelPath(channel)}">${playground.home.back(channel.name)}</a></p>`
    const content = html`<h1>${playground.nav.home}</h1>${shown}${back}`
    return sendPage(reply, 200, plainPage(playground.nav.home, visitor, 'home', content))
  })
}
