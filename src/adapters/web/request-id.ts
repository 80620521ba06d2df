import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Heroku's router passes on ids of 20 to 200 letters, digits and hyphens, and creates one if there is none. */
const wellFormed = /^[A-Za-z0-9-]{20,200}$/

/** The id that the router gave the request, so that its log lines can be matched with ours; otherwise a new one. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && wellFormed.test(given) ? given : randomUUID()
}
