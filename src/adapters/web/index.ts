import { type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync, fastify } from 'fastify'
import type { Installation } from '../../messages/site/legal.ts'
import { pages } from '../../messages/site/pages.ts'
import { serveAssets } from '../html/asset.ts'
import { pageAssets, previewIcon, sendPage } from '../html/page.ts'
import { type ArchiveDoor, archiveRoutes } from './archive/archive-routes.ts'
import type { FindPast } from './archive/past-route.ts'
import { boardRoute, type FindBoard, type FindPicture } from './board-route.ts'
import { closeUnused } from './close-unused.ts'
import { compressed } from './compression.ts'
import { crawlerRoutes } from './crawler-routes.ts'
import { errorPages, sendError } from './error-page.ts'
import { exportRoute, type FindExport } from './export-route.ts'
import { type Doors, type Example, frontPage } from './front-page.ts'
import { health, type Readiness } from './health.ts'
import { legalRoutes } from './legal-routes.ts'
import { loggedRequest, OneLinePerRequest } from './logged-request.ts'
import { type MetricsDoor, metricsRoute } from './metrics-route.ts'
import { type FindProgress, progressRoute } from './progress/progress-route.ts'
import { requestId } from './request-id.ts'
import { answerUnreadable, secure, withSecurityHeaders } from './security.ts'
import { siteStyles } from './site-page.ts'
import { tourPage } from './tour-page.ts'

export type { BoardView } from './board-page.ts'
export type { FindBoard } from './board-route.ts'

export type WebOptions = {
  logger: FastifyBaseLogger
  ready: () => Promise<Readiness>
  board: FindBoard
  playerExport: FindExport
  progress: FindProgress
  doors: Doors
  example?: () => Promise<Example | undefined>
  /** Past questions to play. If undefined, these pages don't exist. */
  archive?: ArchiveDoor
  boardPicture?: FindPicture
  past?: FindPast
  installation: Installation
  /** Trusts the headers of Heroku's router and requires HTTPS. */
  production: boolean
  /** The public address, without a trailing slash. */
  publicUrl: string | undefined
  /** If undefined, there is no metrics page. */
  metrics?: MetricsDoor | undefined
  plugins: readonly FastifyPluginAsync[]
}

const oneMebibyte = 1_048_576
/**
 * Heroku's router closes an idle connection after 90 s. This is longer, so that the server never closes a connection
 * while the router is sending.
 */
const keepAliveMs = 95_000

/**
 * A client that takes longer to send a request only occupies a connection. Chats send theirs in one packet, and
 * Heroku's router waits 30 s.
 */
const requestMs = 30_000
const headersMs = 15_000
const lookForSlowMs = 5000

/** This is more than one web process on the smallest plan can serve. Further connections are refused immediately. */
const mostConnections = 5000

export function createWebServer({
  logger,
  ready,
  board,
  playerExport,
  progress,
  doors,
  example,
  archive,
  boardPicture,
  past,
  installation,
  production,
  publicUrl,
  metrics,
  plugins,
}: WebOptions): FastifyInstance {
  const app = newServer(logger, production)
  secure(app, production, publicUrl)
  errorPages(app)
  serveAssets(app, [...pageAssets, ...siteStyles])
  health(app, ready)
  compressed(app)
  crawlerRoutes(app, publicUrl)
  boardRoute(app, board, { find: boardPicture, publicUrl }, past)
  if (archive) archiveRoutes(app, archive, { playground: doors.playground, publicUrl })
  exportRoute(app, playerExport)
  progressRoute(app, progress)
  frontPageRoute(app, { ...doors, archive: archive !== undefined }, example, publicUrl)
  legalRoutes(app, installation)
  metricsRoute(app, metrics)
  app.get('/tour', async (_request, reply) => sendPage(reply, 200, tourPage(doors.playground)))
  for (const plugin of plugins) app.register(plugin)
  return app
}

function newServer(logger: FastifyBaseLogger, production: boolean): FastifyInstance {
  const app: FastifyInstance = fastify({
    loggerInstance: logger.child({}, { serializers: { req: loggedRequest } }),
    logController: new OneLinePerRequest(),
    bodyLimit: oneMebibyte,
    keepAliveTimeout: keepAliveMs,
    requestTimeout: requestMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: lookForSlowMs },
    genReqId: requestId,
    // Trusts only the last address, which Heroku's router adds. The caller may have forged the addresses before it.
    trustProxy: production && ((_address, hop) => hop < 1),
    routerOptions: { maxParamLength: 2_000 },
    clientErrorHandler: answerUnreadable,
    // An address that can't be decoded is refused before any hook runs.
    frameworkErrors: (_error, request, reply) =>
      void sendError(request, withSecurityHeaders(request, reply), 400, pages.errors.badRequest),
  })
  closeUnused(app)
  app.server.maxConnections = mostConnections
  return app
}

function frontPageRoute(
  app: FastifyInstance,
  doors: Doors,
  example: WebOptions['example'],
  publicUrl: string | undefined,
): void {
  let shown: Example | undefined
  app.get('/', async (_request, reply) => {
    // If the database is unavailable, the page is shown without an example.
    shown ??= await example?.().catch(() => undefined)
    const picture = publicUrl && `${publicUrl}${previewIcon.path}`
    return sendPage(reply, 200, frontPage(doors, shown, picture))
  })
}
