import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sendPage } from '../../html/page.ts'
import { isSameOrigin } from '../../html/same-origin.ts'
import type { DeskOptions } from '../options.ts'
import { closedPage, doorPage, refusedPage } from '../pages/frame.ts'
import { giveKey, readKey, takeKey } from '../session-cookie.ts'
import type { Guard } from './guard.ts'

type WithToken = { Params: { token: string } }

const target = z.object({ to: z.string().regex(/^\/desk(\/[a-z0-9-]{1,40}){1,3}$/) })

const statusOf = { unknown: 404, used: 410, expired: 410 } as const

export function doorRoutes(app: FastifyInstance, { desk }: DeskOptions, guard: Guard): void {
  const { doors } = desk
  const path = '/desk/open/:token'

  app.get<WithToken>(path, async ({ params: { token }, query }, reply) => {
    const { to } = target.safeParse(query).data ?? {}
    const state = await doors.look(token)
    if (state !== 'opens') return sendPage(reply, statusOf[state], closedPage(state))
    return sendPage(
      reply,
      200,
      doorPage(`/desk/open/${encodeURIComponent(token)}${to === undefined ? '' : `?to=${to}`}`),
    )
  })

  app.post<WithToken>(path, async (request, reply) => {
    // Otherwise another site could sign a person in to its author's desk.
    if (!isSameOrigin(request)) return sendPage(reply, 403, refusedPage('stale', request.url))
    const { to = '/desk' } = target.safeParse(request.query).data ?? {}
    const opened = await doors.open(request.params.token)
    if (typeof opened === 'object') {
      giveKey(request, reply, opened.key)
      return reply.redirect(to, 303)
    }
    // If the button was pressed twice, the person is already signed in.
    const key = opened === 'used' ? readKey(request) : undefined
    if (key !== undefined && (await doors.enter(key)).kind === 'in') return reply.redirect(to, 303)
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
