import { type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync, fastify } from 'fastify'
import type { Installation } from '../../messages/site/legal.ts'
import { pages } from '../../messages/site/pages.ts'
import { serveAssets } from '../html/asset.ts'
import { pageAssets, previewIcon, sendPage } from '../html/page.ts'
import { type ArchiveDoor, archiveRoutes } from './archive/archive-routes.ts'
import type { FindPast } from './archive/past-route.ts'
import { boardRoute, type FindBoard, type FindPicture } from './board-route.ts'
import { compressed } from './compression.ts'
import { errorPages, sendError } from './error-page.ts'
import { exportRoute, type FindExport } from './export-route.ts'
import { forMachines } from './for-machines.ts'
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
  /** A player's own page. */
  progress: FindProgress
  doors: Doors
  /** What the front page shows as an example. */
  example?: () => Promise<Example | undefined>
  /** Past questions to play; without them there are no such pages. */
  archive?: ArchiveDoor
  /** A board as a picture, which chats show with a link to it. */
  boardPicture?: FindPicture
  /** Past questions of a workspace, behind the link to its board. */
  past?: FindPast
  /** What the pages on privacy, terms and support say about this installation. */
  installation: Installation
  /** Behind Heroku's router: trust its headers, insist on HTTPS. */
  production: boolean
  /** Where people reach us, without a slash at the end. */
  publicUrl: string | undefined
  /** Metrics for anybody who has the token; without one there is no such page. */
  metrics?: MetricsDoor | undefined
  /** The chats and everything else that handles HTTP. */
  plugins: readonly FastifyPluginAsync[]
}

const oneMebibyte = 1_048_576
/**
 * Longer than the 90 s after which Heroku's router closes an idle connection, so that we never close one while it is
 * sending.
 */
const keepAliveMs = 95_000

/**
 * A client that sends a request more slowly than this only occupies a connection: chats send theirs at once, and
 * Heroku's router waits 30 s.
 */
const requestMs = 30_000
const headersMs = 15_000
const lookForSlowMs = 5000

/** More than one web process on the smallest plan can serve; further ones are refused at once. */
const mostConnections = 5000

/** The HTTP server, not listening yet. */
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
  forMachines(app, publicUrl)
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
    // There is one router in front of us, which adds the caller's address last; anything to the left may be made up by
    // the caller.
    trustProxy: production && ((_address, hop) => hop < 1),
    routerOptions: { maxParamLength: 2_000 },
    clientErrorHandler: answerUnreadable,
    // An address that cannot be decoded is refused before any hook.
    frameworkErrors: (_error, request, reply) =>
      void sendError(request, withSecurityHeaders(request, reply), 400, pages.errors.badRequest),
  })
  // When the server closes, a keep-alive connection closes only if it is idle at that moment. One whose response is
  // still in progress, such as a stream, would otherwise hold the process until `keepAliveMs` is over.
  app.addHook('preClose', async () => {
    const closing = setInterval(() => app.server.closeIdleConnections(), 100)
    app.server.once('close', () => clearInterval(closing))
  })
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
    // Without its database, the page has no example but still works.
    shown ??= await example?.().catch(() => undefined)
    const picture = publicUrl && `${publicUrl}${previewIcon.path}`
    return sendPage(reply, 200, frontPage(doors, shown, picture))
  })
}
