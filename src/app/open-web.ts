import type { Logger } from '../adapters/log/open-log.ts'
import type { Figures } from '../adapters/metrics/create-metrics.ts'
import { createWebServer, type WebOptions } from '../adapters/web/index.ts'
import { readLink } from '../adapters/web/link-token.ts'
import { type AppConfig, hasPlayground } from '../config/config.ts'
import { exampleGrade } from '../services/answers/example-grade.ts'
import type { Deps } from '../services/deps.ts'
import { exportPlayer } from '../services/players/keep-privacy.ts'
import { viewProgress } from '../services/players/view-progress.ts'
import { sampleQueue } from './measure.ts'
import { openBoards } from './open-boards.ts'

export type WebServer = ReturnType<typeof createWebServer>

export function openWeb({
  config,
  deps,
  log,
  figures,
  plugins,
}: {
  config: AppConfig
  deps: Deps
  log: Logger
  figures: Figures
  plugins: WebOptions['plugins']
}): WebServer {
  const { appSecret, publicUrl } = config
  const { clock, queue } = deps
  const playground = hasPlayground(config)
  const figuresText = async (): Promise<string> => {
    await sampleQueue(figures, queue)
    return figures.text()
  }
  return createWebServer({
    logger: log,
    production: config.production,
    publicUrl,
    ready: () => readiness(deps),
    metrics: config.metricsToken === undefined ? undefined : { token: config.metricsToken, text: figuresText },
    doors: {
      chats: config.chats.flatMap(({ module, settings }) => module.links?.(settings) ?? []),
      playground,
      tour: true,
    },
    installation: {
      contact: config.publicContact,
      retentionMonths: config.retentionMonths,
      playground,
    },
    ...openBoards(deps, appSecret),
    archive: deps.archive,
    example: () => exampleGrade(deps),
    playerExport: async (token) => {
      const read = readLink(appSecret, 'export', token, clock.now())
      return typeof read === 'string' ? read : exportPlayer(deps, read.id, read.generation)
    },
    progress: async (token) => {
      const read = readLink(appSecret, 'me', token, clock.now())
      return typeof read === 'string' ? read : ((await viewProgress(deps, read.id)) ?? 'unknown')
    },
    plugins,
  })
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
