import type { FastifyReply, FastifyRequest } from 'fastify'
import { playground } from '../../../messages/site/playground.ts'
import { addressGroup } from '../../html/address-group.ts'
import { isSameOrigin } from '../../html/same-origin.ts'
import type { Names } from '../names.ts'
import type { PlayOptions } from '../options.ts'
import { sandboxInPath } from '../places.ts'
import { type Guest, guestIn, newVisitor, readVisitor, type Visitor } from '../visitor-cookie.ts'
import type { Limits } from './limits.ts'
import { refuse } from './respond.ts'
import { createTurns } from './turns.ts'

export type InSandbox = { Params: { sandbox: string } }

/** Runs `act` if the person may do something in a sandbox now, and otherwise responds with the reason. */
export type Guard = <Route extends InSandbox>(
  request: FastifyRequest<Route>,
  reply: FastifyReply,
  act: (guest: Guest, visitor: Visitor) => Promise<FastifyReply>,
  /** Opening a page is also rate limited, but stores nothing. */
  isLook?: 'look',
) => Promise<FastifyReply>

/** Limits concurrency, because each action takes database and processor time that the chats also need. */
const turnsTaken = { atOnce: 8, waiting: 60 }

export function createGuard({ secret, clock, sandboxes }: PlayOptions, limits: Limits, names: Names): Guard {
  const { refusals } = playground
  const turns = createTurns(turnsTaken)
  return async (request, reply, act, isLook) => {
    const now = clock.now()
    const { sandbox: id } = request.params as InSandbox['Params']
    const sandbox = sandboxInPath(id)
    const visitor = readVisitor(request, secret, now)
    const guest = guestIn(sandbox, visitor ?? newVisitor(now), now)
    const no = (status: number, words: string): FastifyReply => refuse(request, reply, status, words, guest)
    if (!visitor || !isSameOrigin(request)) return no(403, refusals.stale)
    const bytes = Buffer.byteLength(JSON.stringify(request.body ?? ''))
    const refusal = limits.refusal({ visitor: guest.id, address: addressGroup(request.ip), sandbox: id, bytes })
    if (refusal) return no(429, refusal === 'too-fast' ? refusals.tooFast : refusals.tooMuch)
    const done = turns.take(() => inTurn(guest, visitor))
    return done ?? no(429, refusals.tooFast)

    async function inTurn(guest: Guest, visitor: Visitor): Promise<FastifyReply> {
      if (isLook)
        return guest.isOwner || (await sandboxes.exists(sandbox.ref)) ? act(guest, visitor) : no(404, refusals.gone)
      if (await limits.isFull()) return no(503, refusals.full)
      // Only the owner can create a sandbox, so that nobody can choose an id, and a link to an ended sandbox stays
      // invalid.
      if (!(await sandboxes.enter(sandbox.ref, { now, ...(guest.isOwner && { owner: guest.ref }) })))
        return no(404, refusals.gone)
      names.learn(guest)
      return act(guest, visitor)
    }
  }
}
