import type { FastifyInstance } from 'fastify'
import { rootIcons } from '../html/page.ts'

/**
 * Serves the files that browsers and search engines request without a link. Boards forbid indexing in their headers.
 */
export function crawlerRoutes(app: FastifyInstance, publicUrl: string | undefined): void {
  const robots = [
    'User-agent: *',
    ...['/play', '/export', '/me/', '/desk', '/slack', '/discord'].map((path) => `Disallow: ${path}`),
    ...(publicUrl === undefined ? [] : ['', `Sitemap: ${publicUrl}/sitemap.xml`]),
    '',
  ].join('\n')
  app.get('/robots.txt', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=86400').type('text/plain; charset=utf-8').send(robots),
  )
  for (const { path, asset } of rootIcons) {
    app.get(path, async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=86400').type(asset.type).send(asset.body),
    )
  }
}
