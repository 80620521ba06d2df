import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { playground } from '../../../messages/site/playground.ts'
import { html } from '../../html/html.ts'
import { sendPage } from '../../html/page.ts'
import { renderForm } from '../pages/form.ts'
import { plainPage } from '../pages/page.ts'
import { type Channel, channelPath } from '../places.ts'
import type { Guest } from '../visitor-cookie.ts'
import type { Outcome } from './replies.ts'

/** The page's script requests JSON. If no script runs, the browser submits forms and expects a page. */
export function wantsJson(request: FastifyRequest): boolean {
  return request.headers.accept === 'application/json'
}

/** Responds with nothing, because updates arrive through the stream, or with a form to show. */
export function respond(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Outcome,
  { channel, guest }: { channel: Channel; guest: Guest },
): FastifyReply {
  const path = channelPath(channel)
  reply.header('cache-control', 'no-store')
  if (outcome.kind === 'refused') return refuse(request, reply, outcome.status, outcome.words, guest)
  if (outcome.kind === 'nothing')
    return wantsJson(request) ? reply.send({ kind: 'nothing', path }) : reply.redirect(path, 303)
  const byScript = wantsJson(request)
  const form = renderForm(outcome.form, `${path}/submit`, path, randomUUID(), byScript ? 2 : 1)
  if (byScript) return reply.send({ kind: 'form', html: form.toString() })
  return sendPage(reply, 200, plainPage(outcome.form.title, guest, channel.name, form))
}

export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  words: string,
  guest: Guest,
): FastifyReply {
  if (wantsJson(request)) return reply.code(status).header('cache-control', 'no-store').send({ kind: 'refused', words })
  const { refusals, home } = playground
  const [channel] = guest.sandbox.channels
  const back = html`<h1>${refusals.title}</h1><p>${words}</p><p><a class="button primary" href="${channelPath(channel)}">${home.back(channel.name)}</a></p>`
  return sendPage(reply, status, plainPage(playground.workspace, guest, '', back))
}
