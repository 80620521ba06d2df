import { createQueue } from '../adapters/bullmq/index.ts'
import { fairChat } from '../adapters/chat-decorators/fair-chat.ts'
import { deskRoutes } from '../adapters/desk/index.ts'
import { createHolidayCalendar } from '../adapters/holidays/index.ts'
import type { Logger } from '../adapters/log/open-log.ts'
import { createMetrics, measuredChat } from '../adapters/metrics/index.ts'
import { createPainter } from '../adapters/picture/index.ts'
import { openStore } from '../adapters/postgres/index.ts'
import { handleEvent } from '../commands/handle-event.ts'
import { type AppConfig, hasPlayground } from '../config/config.ts'
import { rhythms, runJob } from '../jobs/jobs.ts'
import type { HandleEvent } from '../ports/chat-event.ts'
import type { Clock } from '../ports/clock.ts'
import { createGrader } from '../services/answers/create-grader.ts'
import { createArchive } from '../services/archive/archive.ts'
import { openBank } from '../services/bank.ts'
import type { Deps } from '../services/deps.ts'
import { createPace } from '../services/players/keep-pace.ts'
import { createFingerprint } from './fingerprint.ts'
import { createImportReader } from './imports/import-reader.ts'
import { createLinks } from './links.ts'
import { measuredEvents, measuredJobs, reportFigures } from './measure.ts'
import { openChats } from './open-chats.ts'
import { createDesk, deskRation } from './open-desk.ts'
import { openWeb, type WebServer } from './open-web.ts'
import { createStudio } from './studio/studio.ts'

/** The whole program except its entry points. It creates the adapters and passes them to the services. */
export type App = {
  deps: Deps
  handleEvent: HandleEvent
  /** Creates the HTTP server, which doesn't listen yet. Closing it closes nothing else. */
  web(): WebServer
  /** Opens the connections of chats that receive events over one. Only one process may do this. */
  startChats(): Promise<void>
  work(): Promise<void>
  /** Stops taking jobs, finishes those in progress, and disconnects. */
  close(): Promise<void>
}

const systemClock: Clock = { now: () => new Date() }

export async function openApp(config: AppConfig, log: Logger, clock: Clock = systemClock): Promise<App> {
  const { databaseUrl, appSecret } = config
  let closing = false
  const onError = (error: unknown): void => {
    // Errors are expected while the app is closing.
    if (!closing) log.warn({ err: error }, 'connection trouble')
  }
  const store = openStore({ url: databaseUrl, poolSize: storePool(config), onError })
  const queue = createQueue({ databaseUrl, redisUrl: config.redisUrl, onError })
  const figures = createMetrics()
  const stopReporting = config.production ? reportFigures(figures, queue) : undefined
  const handle = measuredEvents((event) => handleEvent(deps, event), figures)
  const chats = await openChats({ config, handleEvent: handle, clock, log, store })
  const bank = openBank(store)
  const deps: Deps = {
    store,
    queue,
    clock,
    log,
    bank,
    archive: createArchive({ store, bank, clock }),
    // Keeps half of a worker's concurrency for the other workspaces.
    chat: fairChat(measuredChat(chats.chat, figures), { atOnce: Math.ceil(config.workerConcurrency / 2) }),
    rights: chats.rights,
    keepPace: createPace(clock),
    gradeAnswer: (answerId) => grade(answerId),
    fingerprint: createFingerprint(appSecret),
    painter: createPainter(),
    readImport: createImportReader(),
    holidays: createHolidayCalendar(),
    retentionMonths: config.retentionMonths,
    links: createLinks(config, clock),
  }
  const grade = createGrader(deps)
  const studio = createStudio()
  return {
    deps,
    handleEvent: handle,
    web() {
      const desk = deskRoutes({ desk: createDesk(deps, appSecret, studio), clock, ration: deskRation(chats.ration) })
      return openWeb({ config, deps, log, figures, plugins: [...chats.plugins, desk] })
    },
    async work() {
      await queue.work(
        measuredJobs((job) => runJob(deps, job), figures, log),
        { concurrency: config.workerConcurrency },
      )
      for (const { job, everyMs } of rhythms) await queue.repeat(job, everyMs)
    },
    startChats: chats.start,
    async close() {
      closing = true
      stopReporting?.()
      await chats.stop()
      await studio.close()
      await queue.close()
      await store.close()
    },
  }
}

/**
 * A queue on Postgres has its own connections in addition to the store's. During a restart, two generations of web
 * and worker and a release run at the same time, and the smallest Heroku Postgres allows 20 connections. The playground
 * also uses one.
 */
function storePool(config: AppConfig): number {
  const elsewhere = (config.redisUrl === undefined ? 1 : 0) + (hasPlayground(config) ? 1 : 0)
  return Math.max(1, config.databasePoolSize - elsewhere)
}
