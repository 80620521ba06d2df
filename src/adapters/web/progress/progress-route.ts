import type { FastifyInstance } from 'fastify'
import type { ProgressFigures } from '../../../domain/progress/progress.ts'
import { pages } from '../../../messages/site/pages.ts'
import { progressPage as words } from '../../../messages/site/progress.ts'
import { sendPage } from '../../html/page.ts'
import { sendError } from '../error-page.ts'
import { sitePage } from '../site-page.ts'
import { progressPage } from './progress-page.ts'

export type FindProgress = (token: string) => Promise<ProgressFigures | 'expired' | 'unknown'>

export function progressRoute(app: FastifyInstance, find: FindProgress): void {
  app.get<{ Params: { token: string } }>('/me/:token', async (request, reply) => {
    const found = await find(request.params.token)
    if (found === 'unknown') return sendError(request, reply, 404, pages.errors.progressUnknown)
    if (found === 'expired') return sendError(request, reply, 410, pages.errors.progressExpired)
    // The address is a credential, so it is never sent as a referrer, and the page is neither cached nor indexed.
    reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow, noarchive')
    return sendPage(reply, 200, sitePage(`${words.title} · ${pages.product}`, progressPage(found)))
  })
}
