import type { FastifyRequest } from 'fastify'

/** Longer than any part of an address of ours that opens nothing. */
const longestPart = 30

/**
 * A request as it is logged. Some addresses open something by themselves: a signed link a personal export, the code of an
 * installation a workspace. So long parts and queries are left out.
 */
export function loggedRequest({ method, url, host, ip }: FastifyRequest): Record<string, unknown> {
  const path = url.replace(/\?.*$/s, '?…').replace(new RegExp(`[^/]{${longestPart + 1},}`, 'g'), '…')
  return { method, url: path, host, remoteAddress: ip }
}
