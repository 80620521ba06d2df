import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressGroup } from '../../html/address-group.ts'
import type { Names } from '../names.ts'
import type { PlayOptions } from '../options.ts'
import { missingSandbox, sandboxInPath } from '../places.ts'
import {
  atHome,
  type Guest,
  guestIn,
  newVisitor,
  readVisitor,
  rememberVisitor,
  type Visitor,
} from '../visitor-cookie.ts'
import type { InSandbox } from './guard.ts'
import type { Limits } from './limits.ts'

/** Identifies the sender of a request. A request for a page stores nothing. */
export type Arrivals = {
  /** Returns the visitor at `/play` with their own sandbox, which may not exist yet. */
  atDoor(request: FastifyRequest, reply: FastifyReply): Visitor
  /** Returns the guest in a sandbox, who is new if there is no cookie. Throws 404 if there is no such sandbox. */
  arrive<Route extends InSandbox>(request: FastifyRequest<Route>, reply: FastifyReply): Promise<Guest>
  /** Returns a guest who already has our cookie, or throws 403. */
  known<Route extends InSandbox>(request: FastifyRequest<Route>): Promise<Guest>
  /**
   * Creates the owner's sandbox when their page is live, so that others can open its address. It counts as an action. If
   * the limits don't allow it, the owner's first action creates the sandbox.
   */
  moveIn(request: FastifyRequest, guest: Guest): Promise<void>
}

export function createArrivals({ secret, clock, sandboxes }: PlayOptions, limits: Limits, names: Names): Arrivals {
  async function guestAt(request: FastifyRequest, visitor: Visitor): Promise<Guest> {
    const sandbox = sandboxInPath((request.params as InSandbox['Params']).sandbox)
    const guest = guestIn(sandbox, visitor, clock.now())
    if (!guest.isOwner && !(await sandboxes.exists(sandbox.ref))) throw missingSandbox()
    names.learn(guest)
    return guest
  }

  function mustBeSlow({ ip }: FastifyRequest): void {
    if (!limits.mayLook(addressGroup(ip))) throw refused('too many pages from one address', 429)
  }

  return {
    atDoor(request, reply) {
      mustBeSlow(request)
      const now = clock.now()
      const visitor = atHome(readVisitor(request, secret, now) ?? newVisitor(now), now)
      rememberVisitor(request, reply, visitor, { secret, now })
      return visitor
    },

    async arrive(request, reply) {
      mustBeSlow(request)
      const now = clock.now()
      const visitor = readVisitor(request, secret, now) ?? newVisitor(now)
      const guest = await guestAt(request, visitor)
      rememberVisitor(request, reply, visitor, { secret, now })
      return guest
    },

    async known(request) {
      mustBeSlow(request)
      const visitor = readVisitor(request, secret, clock.now())
      if (!visitor) throw refused('no cookie of ours', 403)
      return guestAt(request, visitor)
    },

    async moveIn({ ip }, { id, ref, sandbox, isOwner }) {
      if (!isOwner || (await sandboxes.exists(sandbox.ref))) return
      const spent = limits.refusal({ visitor: id, address: addressGroup(ip), sandbox: sandbox.id, bytes: 0 })
      if (spent || (await limits.isFull())) return
      await sandboxes.enter(sandbox.ref, { now: clock.now(), owner: ref })
    },
  }
}

function refused(message: string, statusCode: number): Error {
  return Object.assign(new Error(message), { statusCode })
}
