import type { FastifyInstance } from 'fastify'
import { pages } from '../../messages/site/pages.ts'
import { sendError } from './error-page.ts'

export type FindExport = (token: string) => Promise<Record<string, unknown> | 'expired' | 'unknown'>

export function exportRoute(app: FastifyInstance, find: FindExport): void {
  // The link works once, so a HEAD request that only checks the link must not use it up.
  app.get<{ Params: { token: string } }>('/export/:token', { exposeHeadRoute: false }, async (request, reply) => {
    const found = await find(request.params.token)
    if (found === 'unknown') return sendError(request, reply, 404, pages.errors.exportUnknown)
    if (found === 'expired') return sendError(request, reply, 410, pages.errors.exportExpired)
    return reply
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      .header('content-disposition', 'attachment; filename="heroku-quiz.json"')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(found, undefined, 2))
  })
}
