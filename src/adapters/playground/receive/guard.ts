import type { FastifyReply, FastifyRequest } from 'fastify'
import { playground } from '../../../messages/site/playground.ts'
import type { Clock } from '../../../ports/clock.ts'
import { newVisitor, readVisitor, type Visitor } from '../player-cookie.ts'
import { refuse } from './respond.ts'
import { isSameOrigin } from './same-origin.ts'
import { createThrottle } from './throttle.ts'

/** Runs `act` for somebody who may send something now, else says kindly why not. */
export type Guard = (
  request: FastifyRequest,
  reply: FastifyReply,
  act: (visitor: Visitor) => Promise<FastifyReply>,
) => Promise<FastifyReply>

/** A classroom may share one address, so an address gets ten times what one player gets. */
const forPlayer = { most: 30, perSecond: 1 }
const forAddress = { most: 300, perSecond: 10 }

export function createGuard(secret: string, clock: Clock): Guard {
  const players = createThrottle(clock, forPlayer)
  const addresses = createThrottle(clock, forAddress)
  return async (request, reply, act) => {
    const visitor = readVisitor(request, secret)
    if (!visitor || !isSameOrigin(request)) {
      return refuse(request, reply, 403, playground.refusals.stale, visitor ?? newVisitor())
    }
    if (!players.take(visitor.id) || !addresses.take(request.ip)) {
      return refuse(request, reply, 429, playground.refusals.tooFast, visitor)
    }
    return act(visitor)
  }
}
