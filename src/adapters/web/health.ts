import type { FastifyInstance } from 'fastify'

export type Readiness = { postgres: boolean; queue: boolean }

/** Anybody may send a request, so the result is cached for this time and shared. */
const foundHoldsMs = 1000

/**
 * `/healthz` returns success if the process runs. `/readyz` returns success if the process can do its work, and
 * otherwise what is unavailable.
 */
export function health(app: FastifyInstance, ready: () => Promise<Readiness>): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }))

  const look = (): Promise<Readiness> =>
    ready().catch((error: unknown): Readiness => {
      app.log.warn({ err: error }, 'readiness could not be checked')
      return { postgres: false, queue: false }
    })
  let latest: { found: Promise<Readiness>; until: number } | undefined

  app.get('/readyz', async (_request, reply) => {
    const now = performance.now()
    if (!latest || now >= latest.until) latest = { found: look(), until: now + foundHoldsMs }
    const found = await latest.found
    const away = Object.entries(found).flatMap(([name, here]) => (here ? [] : [name]))
    return reply
      .code(away.length === 0 ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok: away.length === 0, ...found, away })
  })
}
