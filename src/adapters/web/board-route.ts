import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { boardSubjects, boardWindows } from '../../domain/standings.ts'
import { pages } from '../../messages/site/pages.ts'
import { sendPage } from '../html/page.ts'
import { type BoardChoice, type BoardView, boardPage } from './board-page.ts'
import { sendError } from './error-page.ts'
import { sitePage } from './site-page.ts'

/** Looks at the token and makes the board it stands for. */
export type FindBoard = (token: string, choice: BoardChoice) => Promise<BoardView | 'expired' | 'unknown'>

/** A link that was mistyped behind its token still shows a board. */
const choice = z.object({ window: z.enum(boardWindows).catch('week'), by: z.enum(boardSubjects).catch('teams') })

/** The same board as a picture. */
export type FindPicture = (token: string) => Promise<Uint8Array | 'expired' | 'unknown'>

type Pictures = { find: FindPicture | undefined; publicUrl: string | undefined }

export function boardRoute(app: FastifyInstance, look: FindBoard, pictures: Pictures): void {
  const find = sharedLooks(look)
  if (pictures.find) pictureRoute(app, pictures.find)
  app.get<{ Params: { token: string } }>('/board/:token', async (request, reply) => {
    const found = await find(request.params.token, choice.parse(request.query))
    if (found === 'unknown') return sendError(request, reply, 404, pages.errors.boardUnknown)
    if (found === 'expired') return sendError(request, reply, 410, pages.errors.expired)
    const title = `${pages.board.title(found.workspaceName)} · ${pages.product}`
    const path = `/board/${encodeURIComponent(request.params.token)}`
    const picture = pictures.find && pictures.publicUrl && `${pictures.publicUrl}${path}.png`
    return sendPage(
      reply.header('x-robots-tag', 'noindex'),
      200,
      sitePage(title, boardPage(path, found), undefined, picture),
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

/**
 * A board is many queries, on the few connections that the chats need too. Whoever asks for one that is being looked at
 * gets what that look finds.
 */
function sharedLooks(look: FindBoard): FindBoard {
  const underway = new Map<string, ReturnType<FindBoard>>()
  return (token, choice) => {
    const key = `${token} ${choice.window} ${choice.by}`
    const found = underway.get(key) ?? look(token, choice).finally(() => underway.delete(key))
    underway.set(key, found)
    return found
  }
}
