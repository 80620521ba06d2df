import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { csvRow } from '../../domain/csv-row.ts'
import { askedWindows, boardSubjects } from '../../domain/standings.ts'
import { pages } from '../../messages/site/pages.ts'
import { sendPage } from '../html/page.ts'
import { type FindPast, pastRoute } from './archive/past-route.ts'
import { type BoardChoice, type BoardView, boardPage } from './board-page.ts'
import { sendError } from './error-page.ts'
import { shareResults } from './share-results.ts'
import { sitePage } from './site-page.ts'

export type FindBoard = (token: string, choice: BoardChoice) => Promise<BoardView | 'expired' | 'unknown'>

/** An invalid query falls back to the default board. */
const choice = z.object({ window: z.enum(askedWindows).catch('week'), by: z.enum(boardSubjects).catch('teams') })

export type FindPicture = (token: string) => Promise<Uint8Array | 'expired' | 'unknown'>

type Pictures = { find: FindPicture | undefined; publicUrl: string | undefined }

export function boardRoute(app: FastifyInstance, look: FindBoard, pictures: Pictures, past?: FindPast): void {
  const find = shareResults(look)
  if (pictures.find) pictureRoute(app, pictures.find)
  if (past) pastRoute(app, past)
  app.get<{ Params: { token: string } }>('/board/:token', async (request, reply) => {
    // A signature never ends like this, so the rest is the token.
    const isCsv = request.params.token.endsWith('.csv')
    const token = isCsv ? request.params.token.slice(0, -'.csv'.length) : request.params.token
    const found = await find(token, choice.parse(request.query))
    if (found === 'unknown') return sendError(request, reply, 404, pages.errors.boardUnknown)
    if (found === 'expired') return sendError(request, reply, 410, pages.errors.expired)
    if (isCsv) return sendCsv(reply, found)
    const title = `${pages.board.title(found.workspaceName)} · ${pages.product}`
    const path = `/board/${encodeURIComponent(request.params.token)}`
    const picture = pictures.find && pictures.publicUrl && `${pictures.publicUrl}${path}.png`
    return sendPage(
      reply.header('x-robots-tag', 'noindex'),
      200,
      sitePage(title, boardPage(path, found, past !== undefined), undefined, picture),
    )
  })
}

function pictureRoute(app: FastifyInstance, find: FindPicture): void {
  app.get<{ Params: { token: string } }>('/board/:token.png', async (request, reply) => {
    const found = await find(request.params.token)
    if (found === 'unknown') return sendError(request, reply, 404, pages.errors.boardUnknown)
    if (found === 'expired') return sendError(request, reply, 410, pages.errors.expired)
    reply.header('cache-control', 'private, max-age=600').header('x-robots-tag', 'noindex')
    return reply.type('image/png').send(Buffer.from(found))
  })
}

function sendCsv(reply: FastifyReply, { standings, window, by }: BoardView): FastifyReply {
  const { rank, name, points } = pages.board
  const rows = standings.map((one) => [one.rank, one.name, one.points])
  return reply
    .header('x-robots-tag', 'noindex')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="board-${by}-${window}.csv"`)
    .type('text/csv; charset=utf-8')
    .send([[rank, name, points], ...rows].map(csvRow).join(''))
}
