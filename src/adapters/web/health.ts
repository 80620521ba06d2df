import type { FastifyInstance } from 'fastify'

export type Readiness = { postgres: boolean; queue: boolean }

/** `/healthz` says that the process lives and touches nothing; `/readyz` says whether it can do its work, or what is away. */
export function health(app: FastifyInstance, ready: () => Promise<Readiness>): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }))

  app.get('/readyz', async (request, reply) => {
    const found = await ready().catch((error: unknown): Readiness => {
      request.log.warn({ err: error }, 'readiness could not be told')
      return { postgres: false, queue: false }
    })
    const away = Object.entries(found).flatMap(([name, here]) => (here ? [] : [name]))
    return reply
      .code(away.length === 0 ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok: away.length === 0, ...found, away })
  })
}
