import { createQueue, migrateQueue } from '../adapters/bullmq/index.ts'
import { fairChat } from '../adapters/chat-decorators/fair-chat.ts'
import { deskRoutes } from '../adapters/desk/index.ts'
import { inviteLink } from '../adapters/discord/connect/invite.ts'
import { createHolidayCalendar } from '../adapters/holidays/index.ts'
import type { Logger } from '../adapters/log/open-log.ts'
import { createMetrics, measuredChat } from '../adapters/metrics/index.ts'
import { createPainter } from '../adapters/picture/index.ts'
import { migrate, openStore } from '../adapters/postgres/index.ts'
import { readBank } from '../adapters/question-files/index.ts'
import { createWebServer } from '../adapters/web/index.ts'
import { readLink, signLink } from '../adapters/web/link-token.ts'
import { handleEvent } from '../commands/handle-event.ts'
import type { AppConfig, DiscordConfig } from '../config/config.ts'
import { teamKey } from '../domain/team-name.ts'
import { rhythms, runJob } from '../jobs/jobs.ts'
import { sourceUrl } from '../messages/site/tour.ts'
import type { HandleEvent } from '../ports/chat-event.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store/store.ts'
import { createGrader } from '../services/answers/create-grader.ts'
import { exampleGrade } from '../services/answers/example-grade.ts'
import { createArchive } from '../services/archive/archive.ts'
import { openBank } from '../services/bank.ts'
import type { Deps } from '../services/deps.ts'
import { createPace } from '../services/players/keep-pace.ts'
import { exportPlayer } from '../services/players/keep-privacy.ts'
import { viewProgress } from '../services/players/view-progress.ts'
import { createFingerprint } from './fingerprint.ts'
import { createImportReader } from './imports/import-reader.ts'
import { measuredEvents, measuredJobs, reportFigures, sampleQueue } from './measure.ts'
import { openBoards } from './open-boards.ts'
import { openChats, registerDiscord, shownCommands } from './open-chats.ts'
import { createDesk } from './open-desk.ts'
import { createStudio } from './studio/studio.ts'

type WebServer = ReturnType<typeof createWebServer>

/** The whole program except its entry points: creates adapters from the settings and passes them to the services. */
export type App = {
  deps: Deps
  handleEvent: HandleEvent
  /** The HTTP server, not listening yet. Closing it closes nothing else. */
  web(): WebServer
  /** Opens the connections of chats that deliver over one. Only one process does this. */
  startChats(): Promise<void>
  /** Starts running jobs and recurring jobs. */
  work(): Promise<void>
  /** Stops taking jobs, finishes those in progress, and disconnects. */
  close(): Promise<void>
}

/** Few enough that counting them takes well under a second, even with hundreds of people in each. */
const roundsAtOnce = 25
const countingMs = 10_000

const systemClock: Clock = { now: () => new Date() }

export async function openApp(config: AppConfig, log: Logger, clock: Clock = systemClock): Promise<App> {
  const { databaseUrl, appSecret, publicUrl } = config
  let closing = false
  const onError = (error: unknown): void => {
    // It doesn't matter if a connection breaks while everything is being closed.
    if (!closing) log.warn({ err: error }, 'connection trouble')
  }
  const store = openStore({ url: databaseUrl, poolSize: storePool(config), onError })
  const queue = createQueue({ databaseUrl, redisUrl: config.redisUrl, onError })
  const figures = createMetrics()
  const stopReporting = config.production ? reportFigures(figures, queue) : undefined
  const handle = measuredEvents((event) => handleEvent(deps, event), figures)
  const chats = await openChats({ config, handleEvent: handle, clock, log, store })
  const deps: Deps = {
    store,
    queue,
    clock,
    log,
    bank: openBank(store),
    // Half of a worker's concurrency is left for all the other workspaces.
    chat: fairChat(measuredChat(chats.chat, figures), { atOnce: Math.ceil(config.workerConcurrency / 2) }),
    rights: chats.rights,
    keepPace: createPace(clock),
    gradeAnswer: (answerId) => grade(answerId),
    fingerprint: createFingerprint(appSecret),
    painter: createPainter(),
    readImport: createImportReader(),
    holidays: createHolidayCalendar(),
    retentionMonths: config.retentionMonths,
    links: {
      board: ({ id, boardLinks: generation }) =>
        publicUrl && `${publicUrl}/board/${signLink(appSecret, 'board', { id, generation }, clock.now())}`,
      playerExport: ({ id, exportLinks: generation }) =>
        publicUrl && `${publicUrl}/export/${signLink(appSecret, 'export', { id, generation }, clock.now())}`,
      progress: ({ id }) =>
        publicUrl && `${publicUrl}/me/${signLink(appSecret, 'me', { id, generation: 0 }, clock.now())}`,
      desk: ({ id }) =>
        publicUrl && `${publicUrl}/desk/open/${signLink(appSecret, 'desk', { id, generation: 0 }, clock.now())}`,
      source: (path) => new URL(path, sourceUrl).href,
    },
  }
  const grade = createGrader(deps)
  const studio = createStudio()
  const figuresText = async (): Promise<string> => {
    await sampleQueue(figures, queue)
    return figures.text()
  }
  return {
    deps,
    handleEvent: handle,
    web: () =>
      createWebServer({
        logger: log,
        production: config.production,
        publicUrl,
        ready: () => readiness(deps),
        metrics: config.metricsToken === undefined ? undefined : { token: config.metricsToken, text: figuresText },
        doors: {
          playground: config.playground,
          tour: true,
          ...(config.slack?.oauth ? { slackInstall: '/slack/install' } : {}),
          ...(config.discord ? { discordInstall: inviteLink(config.discord.applicationId) } : {}),
        },
        installation: {
          contact: config.publicContact,
          retentionMonths: config.retentionMonths,
          playground: config.playground,
        },
        ...openBoards(deps, appSecret),
        archive: createArchive(deps),
        example: () => exampleGrade(deps),
        playerExport: async (token) => {
          const read = readLink(appSecret, 'export', token, clock.now())
          return typeof read === 'string' ? read : exportPlayer(deps, read.id, read.generation)
        },
        progress: async (token) => {
          const read = readLink(appSecret, 'me', token, clock.now())
          return typeof read === 'string' ? read : ((await viewProgress(deps, read.id)) ?? 'unknown')
        },
        plugins: [...chats.plugins, deskRoutes({ desk: createDesk(deps, appSecret, studio), clock })],
      }),
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
 * A queue on Postgres has its own connections in addition to the store's. Two generations of web and worker and a
 * release run at once during a restart, and the smallest Heroku Postgres allows 20 connections to all of them. The
 * playground has one too.
 */
function storePool({ redisUrl, playground, databasePoolSize }: AppConfig): number {
  const elsewhere = (redisUrl === undefined ? 1 : 0) + (playground ? 1 : 0)
  return Math.max(1, databasePoolSize - elsewhere)
}

/** What the release phase does; safe to repeat and to run concurrently. Returns a line for each step. */
export async function release(
  config: Pick<AppConfig, 'databaseUrl' | 'redisUrl' | 'questions'> & Partial<Pick<AppConfig, 'discord'>>,
  say: (line: string) => void,
): Promise<void> {
  const bank = await readBank(config.questions)
  await migrate(config.databaseUrl, say)
  if (config.redisUrl === undefined) await migrateQueue(config.databaseUrl)
  const store = openStore({ url: config.databaseUrl, poolSize: 1, onError: () => {} })
  try {
    const { added, changed, retired } = await store.questions.load(bank)
    say(`Question bank: ${bank.length} questions (${added} new, ${changed} changed, ${retired} retired)`)
    await store.teams.rekey(teamKey)
    await countPastRounds(store)
  } finally {
    await store.close()
  }
  if (config.discord) await offerSlashCommand(config.discord, say)
}

/**
 * Rounds from before results were stored, and those that the release before revealed while this one started. If there
 * are too many for one release, the newest are counted, and the next release continues.
 */
async function countPastRounds({ rounds }: Pick<Store, 'rounds'>): Promise<void> {
  const until = performance.now() + countingMs
  while ((await rounds.countPast(roundsAtOnce)) === roundsAtOnce && performance.now() < until);
}

/** An outage of Discord doesn't block a release: the commands from the release before still work. */
async function offerSlashCommand(discord: DiscordConfig, say: (line: string) => void): Promise<void> {
  try {
    const names = await registerDiscord(discord)
    say(`Discord: ${shownCommands(names)} registered`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    say(`Discord: not registered (${reason}). Later: heroku run quiz discord register`)
  }
}

async function readiness(deps: Deps): Promise<{ postgres: boolean; queue: boolean }> {
  const answers = async (ask: Promise<unknown>): Promise<boolean> =>
    ask.then(
      () => true,
      () => false,
    )
  const [postgres, queue] = await Promise.all([answers(deps.store.ping()), answers(deps.queue.depth())])
  return { postgres, queue }
}
