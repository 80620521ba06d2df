import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsync } from 'fastify'
import type { Place } from '../../../domain/place.ts'
import { serveAssets } from '../../html/asset.ts'
import { createNames } from '../names.ts'
import type { PlayOptions } from '../options.ts'
import { renderEntry } from '../pages/entry.ts'
import { channelPath, playAssets } from '../pages/page.ts'
import type { Rendering } from '../pages/render.ts'
import { channelAt, playgroundChannels } from '../places.ts'
import { createStreams } from '../streams.ts'
import { readForms } from './form-body.ts'
import { createGuard } from './guard.ts'
import { readingRoutes } from './reading-routes.ts'
import { sendingRoutes } from './sending-routes.ts'

/** Everything under `/play`. */
export function playRoutes(options: PlayOptions): FastifyPluginAsync {
  return async (app) => {
    const names = createNames()
    const renderingIn = (channel: Place): Rendering => ({
      pressPath: `${channelPath(channelAt(channel) ?? playgroundChannels[0])}/press`,
      once: randomUUID(),
      nameOf: names.nameOf,
    })
    const streams = createStreams(
      options.transcript,
      (entry, reader) => {
        if (entry.author) names.learn(entry.author)
        const html = renderEntry(entry, renderingIn(entry.channel), reader).toString()
        return { id: entry.id, html, ...(entry.under === undefined ? {} : { under: entry.under }) }
      },
      app.log,
    )
    app.addHook('onReady', streams.start)
    app.addHook('preClose', streams.close)
    readForms(app)
    serveAssets(app, playAssets)
    readingRoutes(app, options, { streams, names, renderingIn })
    sendingRoutes(app, options, createGuard(options.secret, options.clock))
  }
}
