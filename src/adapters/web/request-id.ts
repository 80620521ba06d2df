import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Heroku's router passes on ids of 20 to 200 letters, digits and hyphens, and creates one if there is none. */
const wellFormed = /^[A-Za-z0-9-]{20,200}$/

/** Returns the router's id of the request, so that its log lines can be matched with ours, or a new id. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && wellFormed.test(given) ? given : randomUUID()
}
