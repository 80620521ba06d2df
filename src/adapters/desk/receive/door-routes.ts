import type { FastifyInstance } from 'fastify'
import { sendPage } from '../../html/page.ts'
import { isSameOrigin } from '../../html/same-origin.ts'
import type { DeskOptions } from '../options.ts'
import { closedPage, doorPage, refusedPage } from '../pages/frame.ts'
import { giveKey, readKey, takeKey } from '../session-cookie.ts'
import type { Guard } from './guard.ts'

type WithToken = { Params: { token: string } }

const statusOf = { unknown: 404, used: 410, expired: 410 } as const

/** How people sign in and out. */
export function doorRoutes(app: FastifyInstance, { desk }: DeskOptions, guard: Guard): void {
  const { doors } = desk
  const path = '/desk/open/:token'

  app.get<WithToken>(path, async ({ params: { token } }, reply) => {
    const state = await doors.look(token)
    if (state !== 'opens') return sendPage(reply, statusOf[state], closedPage(state))
    return sendPage(reply, 200, doorPage(`/desk/open/${encodeURIComponent(token)}`))
  })

  app.post<WithToken>(path, async (request, reply) => {
    // Otherwise another site could sign somebody in to a desk that isn't theirs.
    if (!isSameOrigin(request)) return sendPage(reply, 403, refusedPage('stale', request.url))
    const opened = await doors.open(request.params.token)
    if (typeof opened === 'object') {
      giveKey(request, reply, opened.key)
      return reply.redirect('/desk', 303)
    }
    // Somebody who pressed twice is already signed in.
    const key = opened === 'used' ? readKey(request) : undefined
    if (key !== undefined && (await doors.enter(key)).kind === 'in') return reply.redirect('/desk', 303)
    return sendPage(reply, statusOf[opened], closedPage(opened))
  })

  app.post('/desk/sign-out', (request, reply) =>
    guard.change(request, reply, async ({ visit, fields }) => {
      const where = fields.where === 'everywhere' ? 'everywhere' : 'here'
      await doors.leave(visit, where)
      takeKey(request, reply)
      return sendPage(reply, 200, closedPage(`left-${where}`))
    }),
  )
}
