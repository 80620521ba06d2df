import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Place } from '../../domain/place.ts'
import { playerPlace } from './places.ts'
import { cleanPlayerName, newPlayerName } from './player-name.ts'

/** Somebody with a browser. The whole of it is in a signed cookie; nothing is stored before they do something. */
export type Visitor = { id: string; ref: Place; name: string }

const cookieName = 'quiz_player'
const oneYear = 31_536_000

const content = z.object({ id: z.string().regex(/^p-[0-9a-f]{12}$/), name: z.string().min(1) })

export function newVisitor(): Visitor {
  const id = `p-${randomBytes(6).toString('hex')}`
  return { id, ref: playerPlace(id), name: newPlayerName() }
}

/** Who the cookie says this is; nothing where there is none, or none that we signed. */
export function readVisitor(request: FastifyRequest, secret: string): Visitor | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2)
    const visitor = name === cookieName && value !== undefined ? unseal(value, secret) : undefined
    if (visitor) return visitor
  }
  return undefined
}

export function rememberVisitor(request: FastifyRequest, reply: FastifyReply, secret: string, visitor: Visitor): void {
  const value = seal(visitor, secret)
  const secure = request.protocol === 'https' ? '; Secure' : ''
  reply.header('set-cookie', `${cookieName}=${value}; Path=/play; Max-Age=${oneYear}; HttpOnly; SameSite=Lax${secure}`)
}

function seal({ id, name }: Visitor, secret: string): string {
  const body = Buffer.from(JSON.stringify({ id, name })).toString('base64url')
  return `${body}.${signature(body, secret).toString('base64url')}`
}

function unseal(value: string, secret: string): Visitor | undefined {
  const [body = '', given = ''] = value.split('.', 2)
  const wanted = signature(body, secret)
  const got = Buffer.from(given, 'base64url')
  if (got.length !== wanted.length || !timingSafeEqual(got, wanted)) return undefined
  const { id, name } = content.parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
  return { id, ref: playerPlace(id), name: cleanPlayerName(name) ?? newPlayerName() }
}

/** The purpose is part of what is signed, so that no other signed value of this app passes for a cookie. */
function signature(body: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`playground cookie:${body}`).digest()
}
