import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pages } from '../../messages/site/pages.ts'
import { html } from '../html/html.ts'
import { sendPage } from '../html/page.ts'
import { sitePage } from './site-page.ts'

type Words = readonly [title: string, advice: string]

/** The routes that only programs call. Their errors are JSON. */
const programRoutes = /^\/(?:slack\/events|discord\/|healthz|readyz|metrics|export\/)/

/** Sends an error as JSON to programs, as a page to browsers, and as plain text to other clients, such as curl. */
export function sendError(request: FastifyRequest, reply: FastifyReply, status: number, words: Words): FastifyReply {
  const [title, advice] = words
  const { accept = '' } = request.headers
  if (!accept.includes('text/html')) {
    reply.code(status).header('cache-control', 'no-store')
    if (isFromProgram(request, accept)) return reply.send({ error: title, advice, requestId: request.id })
    return reply
      .type('text/plain; charset=utf-8')
      .send(`${status} ${title}\n${advice}\n${pages.errors.requestId(request.id)}\n`)
  }
  const content = html`<div class="notice">
<p class="notice-code" aria-hidden="true">${status}</p>
<h1>${title}</h1>
<p>${advice}</p>
<p><a class="button" href="/">${pages.errors.home}</a></p>
<p class="fine">${pages.errors.requestId(request.id)}</p>
</div>`
  return sendPage(reply, status, sitePage(`${title} · ${pages.product}`, content))
}

function isFromProgram({ url, headers }: FastifyRequest, accept: string): boolean {
  return accept.includes('json') || headers['content-type']?.includes('json') === true || programRoutes.test(url)
}

/** Handles unknown addresses, and converts the errors that routes throw to error pages. An error may have its own words. */
export function errorPages(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => sendError(request, reply, 404, pages.errors.notFound))

  app.setErrorHandler((error: Error & { statusCode?: number; words?: Words }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status < 500) {
      request.log.info({ err: error }, 'request refused')
      return sendError(request, reply, status, error.words ?? refusals[status] ?? pages.errors.badRequest)
    }
    request.log.error({ err: error }, 'request failed')
    return sendError(request, reply, status, pages.errors.failed)
  })
}

const refusals: Record<number, Words> = {
  403: pages.errors.refused,
  404: pages.errors.notFound,
  410: pages.errors.expired,
  413: pages.errors.tooLarge,
  429: pages.errors.tooMany,
}
