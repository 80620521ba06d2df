import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pages } from '../../messages/site/pages.ts'
import { sendError } from './error-page.ts'

export type MetricsDoor = { token: string; text(): Promise<string> }

/** Serves `GET /metrics` with `Authorization: Bearer <token>`. If there is no token, the page doesn't exist. */
export function metricsRoute(app: FastifyInstance, door: MetricsDoor | undefined): void {
  if (!door) return
  app.get('/metrics', async (request, reply) => {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${door.token}`)) {
      return sendError(request, reply, 401, pages.errors.refused)
    }
    return reply
      .header('cache-control', 'no-store')
      .type('text/plain; version=0.0.4; charset=utf-8')
      .send(await door.text())
  })
}

/** Compares hashes, which have equal length, so that the time doesn't reveal where the texts differ. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(wanted))
}
