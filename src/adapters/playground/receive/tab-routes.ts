import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Place } from '../../../domain/place.ts'
import { playground } from '../../../messages/site/playground.ts'
import { type Html, html } from '../../html/html.ts'
import { sendPage } from '../../html/page.ts'
import type { PlayOptions } from '../options.ts'
import { meForms } from '../pages/me-page.ts'
import { plainPage } from '../pages/page.ts'
import { type Rendering, renderMessage } from '../pages/render.ts'
import { type Channel, channelOr, channelPath } from '../places.ts'
import { type Guest, readVisitor } from '../visitor-cookie.ts'
import type { Arrivals } from './arrivals.ts'
import { homeEvent } from './events.ts'
import { meQuery } from './form-body.ts'
import type { InSandbox } from './guard.ts'
import { wantsJson } from './respond.ts'

export function tabRoutes(
  app: FastifyInstance,
  options: PlayOptions,
  { arrivals, renderingIn }: { arrivals: Arrivals; renderingIn: (channel: Place) => Rendering },
): void {
  app.get<InSandbox>('/play/:sandbox/me', async (request, reply) => {
    const guest = await arrivals.arrive(request, reply)
    const { in: name } = meQuery.parse(request.query)
    const teams = await options.teamsAt({ workspace: guest.sandbox.ref, player: guest.ref })
    const byScript = wantsJson(request)
    const view = { guest, channel: channelOr(guest.sandbox, name), teams, once: randomUUID() }
    const forms = meForms(view, byScript ? 2 : 1)
    if (byScript) return reply.header('cache-control', 'no-store').send({ kind: 'form', html: forms.toString() })
    return sendPage(reply, 200, plainPage(playground.me.title, guest, '', forms))
  })

  /**
   * In a sandbox that doesn't exist yet, and for a new visitor, this shows an empty Home tab without running an event.
   * The event would store the visitor, and opening a page must store nothing.
   */
  async function home(request: FastifyRequest, guest: Guest, channel: Channel): Promise<Html> {
    const isNew = readVisitor(request, options.secret, options.clock.now()) === undefined
    if (isNew || !(await options.sandboxes.exists(guest.sandbox.ref))) return html`<p>${playground.home.nothing}</p>`
    const found = await options.handleEvent(homeEvent({ guest, channel, requestId: request.id }))
    return found.kind === 'home' || found.kind === 'private'
      ? renderMessage(found.message, { ...renderingIn(channel.ref), level: 2 })
      : html`<p>${playground.home.nothing}</p>`
  }

  app.get<InSandbox>('/play/:sandbox/home', async (request, reply) => {
    const guest = await arrivals.arrive(request, reply)
    const [channel] = guest.sandbox.channels
    const shown = await home(request, guest, channel)
    const back = html`<p><a class="button plain" href="${channelPath(channel)}">${playground.home.back(channel.name)}</a></p>`
    const content = html`<h1>${playground.nav.home}</h1>${shown}${back}`
    return sendPage(reply, 200, plainPage(playground.nav.home, guest, 'home', content))
  })
}
