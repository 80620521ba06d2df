import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Place } from '../../domain/place.ts'
import { cookieValues } from '../html/read-cookie.ts'
import { newSandboxId, playerPlace, type Sandbox } from './places.ts'
import { cleanPlayerName, newPlayerName } from './player-name.ts'

/** The visitor of a signed cookie. Nothing is stored until they do something. */
export type Visitor = { id: string; name: string; home: Home }

type Home = { id: string; since: number }

/** A visitor in a sandbox, which is their own or one whose link they have. */
export type Guest = { id: string; ref: Place; name: string; sandbox: Sandbox; isOwner: boolean }

const cookieName = 'quiz_player'
const thirtyDays = 30 * 24 * 60 * 60
/** The longest life of a sandbox. After that, a visitor gets a new one. */
const homeMs = 72 * 60 * 60_000

const content = z.object({
  id: z.string().regex(/^p-[0-9a-f]{12}$/),
  name: z.string().min(1),
  home: z.object({ id: z.string().regex(/^[\w-]{22}$/), since: z.int() }),
  until: z.int(),
})

export function newVisitor(now: Date): Visitor {
  return { id: `p-${randomBytes(6).toString('hex')}`, name: newPlayerName(), home: newHome(now) }
}

export function atHome(visitor: Visitor, now: Date): Visitor {
  return isLasting(visitor.home, now) ? visitor : { ...visitor, home: newHome(now) }
}

export function guestIn(sandbox: Sandbox, { id, name, home }: Visitor, now: Date): Guest {
  const isOwner = home.id === sandbox.id && isLasting(home, now)
  return { id, ref: playerPlace(sandbox, id), name, sandbox, isOwner }
}

export function readVisitor(request: FastifyRequest, secret: string, now: Date): Visitor | undefined {
  for (const value of cookieValues(request, cookieName)) {
    const visitor = unseal(value, secret, now)
    if (visitor) return visitor
  }
  return undefined
}

export function rememberVisitor(
  request: FastifyRequest,
  reply: FastifyReply,
  visitor: Visitor,
  { secret, now }: { secret: string; now: Date },
): void {
  const value = seal({ ...visitor, until: Math.floor(now.getTime() / 1000) + thirtyDays }, secret)
  const secure = request.protocol === 'https' ? '; Secure' : ''
  reply.header(
    'set-cookie',
    `${cookieName}=${value}; Path=/play; Max-Age=${thirtyDays}; HttpOnly; SameSite=Lax${secure}`,
  )
}

function newHome(now: Date): Home {
  return { id: newSandboxId(), since: now.getTime() }
}

function isLasting({ since }: Home, now: Date): boolean {
  return now.getTime() - since < homeMs
}

function seal(visitor: z.output<typeof content>, secret: string): string {
  const body = Buffer.from(JSON.stringify(visitor)).toString('base64url')
  return `${body}.${signature(body, secret).toString('base64url')}`
}

function unseal(value: string, secret: string, now: Date): Visitor | undefined {
  const [body = '', given = ''] = value.split('.', 2)
  const wanted = signature(body, secret)
  const got = Buffer.from(given, 'base64url')
  if (got.length !== wanted.length || !timingSafeEqual(got, wanted)) return undefined
  // A cookie from an earlier release has different content.
  const read = content.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()))
  if (!read.success || read.data.until * 1000 < now.getTime()) return undefined
  const { id, name, home } = read.data
  return { id, name: cleanPlayerName(name) ?? newPlayerName(), home }
}

/** The signed text contains the purpose, so that another signed value of this app can't be used as a cookie. */
function signature(body: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`playground cookie:${body}`).digest()
}
