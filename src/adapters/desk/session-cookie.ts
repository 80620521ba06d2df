import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieValues } from '../html/read-cookie.ts'

const cookieName = 'quiz_desk'
const twelveHours = 12 * 60 * 60
const wellFormed = /^[\w-]{43}$/

export function readKey(request: FastifyRequest): string | undefined {
  return cookieValues(request, cookieName).find((value) => wellFormed.test(value))
}

/**
 * Sets the cookie with `SameSite=Lax` rather than `Strict`, so that a person who follows a link from a chat is signed
 * in.
 */
export function giveKey(request: FastifyRequest, reply: FastifyReply, key: string): void {
  reply.header('set-cookie', cookie(request, key, twelveHours))
}

export function takeKey(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('set-cookie', cookie(request, '', 0))
}

function cookie({ protocol }: FastifyRequest, value: string, seconds: number): string {
  const secure = protocol === 'https' ? '; Secure' : ''
  return `${cookieName}=${value}; Path=/desk; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}

/** Included in every form, so that a site that can't read our pages can't forge one. */
export function formToken(key: string): string {
  return createHmac('sha256', key).update('forms of the desk').digest('base64url')
}

export function isFormToken(key: string, given: unknown): boolean {
  const wanted = Buffer.from(formToken(key))
  const got = Buffer.from(typeof given === 'string' ? given : '')
  return got.length === wanted.length && timingSafeEqual(got, wanted)
}
