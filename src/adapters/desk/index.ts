import type { FastifyPluginAsync } from 'fastify'
import { serveAssets } from '../html/asset.ts'
import { readForms } from '../html/read-forms.ts'
import type { DeskOptions } from './options.ts'
import { deskAssets } from './pages/frame.ts'
import { doorRoutes } from './receive/door-routes.ts'
import { createGuard } from './receive/guard.ts'
import { readUploads } from './receive/read-uploads.ts'
import { roomRoutes } from './receive/room-routes.ts'
import { rooms } from './rooms.ts'
import { deskScripts } from './scripts.ts'

export function deskRoutes(options: DeskOptions): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => void reply.header('x-robots-tag', 'noindex, nofollow'))
    readForms(app)
    readUploads(app)
    serveAssets(app, [...deskAssets, ...deskScripts])
    const guard = createGuard(options)
    doorRoutes(app, options, guard)
    roomRoutes(app, options, guard, rooms)
  }
}
