import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { pages } from '../../../messages/site/pages.ts'
import { sendPage } from '../../html/page.ts'
import { sendError } from '../error-page.ts'
import { shareResults } from '../share-results.ts'
import { type PastView, pastPage } from './past-page.ts'

/** Checks a board's token and returns a page of its workspace's past questions, starting at a round. */
export type FindPast = (token: string, from: number | undefined) => Promise<PastView | 'expired' | 'unknown'>

const query = z.object({ from: z.coerce.number().int().positive().optional().catch(undefined) })

export function pastRoute(app: FastifyInstance, look: FindPast): void {
  const find = shareResults(look)
  app.get<{ Params: { token: string } }>('/board/:token/past', async (request, reply) => {
    const { token } = request.params
    const found = await find(token, query.parse(request.query).from)
    if (found === 'unknown') return sendError(request, reply, 404, pages.errors.boardUnknown)
    if (found === 'expired') return sendError(request, reply, 410, pages.errors.expired)
    reply.header('x-robots-tag', 'noindex')
    return sendPage(reply, 200, pastPage(`/board/${encodeURIComponent(token)}`, found))
  })
}
