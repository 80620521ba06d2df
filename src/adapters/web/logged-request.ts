import type { FastifyRequest } from 'fastify'

/** Longer than any part of our addresses that isn't a credential. */
const longestPart = 30

/**
 * A request as it is logged. Some addresses are credentials: a signed link opens a personal export, an installation
 * code a workspace. So long parts and queries are left out.
 */
export function loggedRequest({ method, url, host, ip }: FastifyRequest): Record<string, unknown> {
  const path = url.replace(/\?.*$/s, '?…').replace(new RegExp(`[^/]{${longestPart + 1},}`, 'g'), '…')
  return { method, url: path, host, remoteAddress: ip }
}
