import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsync } from 'fastify'
import type { Place } from '../../../domain/place.ts'
import { serveAssets } from '../../html/asset.ts'
import { readForms } from '../../html/read-forms.ts'
import { createNames } from '../names.ts'
import type { PlayOptions } from '../options.ts'
import { renderEntry } from '../pages/entry.ts'
import { playAssets } from '../pages/page.ts'
import type { Rendering } from '../pages/render.ts'
import { channelAt, channelPath } from '../places.ts'
import { createStreams } from '../streams/streams.ts'
import { createArrivals } from './arrivals.ts'
import { createGuard } from './guard.ts'
import type { Limits } from './limits.ts'
import { pictureRoute } from './picture-route.ts'
import { readingRoutes } from './reading-routes.ts'
import { sendingRoutes } from './sending-routes.ts'
import { tabRoutes } from './tab-routes.ts'

export function playRoutes(options: PlayOptions, limits: Limits): FastifyPluginAsync {
  return async (app) => {
    const names = createNames()
    const renderingIn = (ref: Place): Rendering => {
      const channel = channelAt(ref)
      return {
        pressPath: channel ? `${channelPath(channel)}/press` : '/play',
        once: randomUUID(),
        nameOf: names.nameOf,
      }
    }
    const streams = createStreams(
      options.transcript,
      (entry, reader) => {
        if (entry.author) names.learn(entry.author)
        const html = renderEntry(entry, renderingIn(entry.channel), reader).toString()
        return { id: entry.id, html, ...(entry.under === undefined ? {} : { under: entry.under }) }
      },
      app.log,
    )
    const arrivals = createArrivals(options, limits, names)
    const guard = createGuard(options, limits, names)
    // A search engine would otherwise list and visit other people's sandboxes.
    app.addHook('onRequest', async (_request, reply) => void reply.header('x-robots-tag', 'noindex, nofollow'))
    app.addHook('onReady', streams.start)
    app.addHook('preClose', streams.close)
    readForms(app)
    serveAssets(app, playAssets)
    pictureRoute(app, options.transcript)
    readingRoutes(app, options, { streams, names, arrivals, guard, renderingIn })
    tabRoutes(app, options, { arrivals, renderingIn })
    sendingRoutes(app, options, { guard, names })
  }
}
