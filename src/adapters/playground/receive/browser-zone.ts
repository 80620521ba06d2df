import type { FastifyRequest } from 'fastify'
import { findZone } from '../../../domain/typed/read-zone.ts'

/** The time zone that the page's script sends with each request. Without a script there is none. */
export function browserZone({ headers }: FastifyRequest): string | undefined {
  const sent = headers['time-zone']
  return typeof sent === 'string' ? findZone(sent) : undefined
}
