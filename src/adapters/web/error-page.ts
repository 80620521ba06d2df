import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pages } from '../../messages/site/pages.ts'
import { html } from '../html/html.ts'
import { sendPage } from '../html/page.ts'
import { sitePage } from './site-page.ts'

type Words = readonly [title: string, advice: string]

/** Sends an error as a page to browsers that accept HTML, and as JSON to other clients. */
export function sendError(request: FastifyRequest, reply: FastifyReply, status: number, words: Words): FastifyReply {
  const [title, advice] = words
  if (!request.headers.accept?.includes('text/html')) {
    return reply.code(status).header('cache-control', 'no-store').send({ error: title, advice, requestId: request.id })
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

/** Handles unknown addresses, and converts the errors that routes throw to error pages. */
export function errorPages(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => sendError(request, reply, 404, pages.errors.notFound))

  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status < 500) {
      request.log.info({ err: error }, 'request refused')
      return sendError(request, reply, status, refusals[status] ?? pages.errors.badRequest)
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
