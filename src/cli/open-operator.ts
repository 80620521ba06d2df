import { openLog } from '../adapters/log/open-log.ts'
import { type App, openApp } from '../app/open-app.ts'
import { type AppConfig, type Config, readConfig } from '../config/config.ts'
import { runningUrl } from '../process/local-start.ts'
import { UsageError } from './usage-error.ts'

/** Returns the settings with a database. If there is none, throws a `UsageError` that explains how to get one. */
export function databaseConfig(config: Config): AppConfig {
  const databaseUrl = config.databaseUrl ?? runningUrl()
  if (databaseUrl === undefined) {
    throw new UsageError(
      'This command needs a database: set DATABASE_URL, or run `npm start` in another terminal and try again.',
    )
  }
  return { ...config, databaseUrl, appSecret: config.appSecret ?? 'only-for-commands-that-make-no-links' }
}

export async function asOperator<T>(run: (app: App) => Promise<T>): Promise<T> {
  const config = databaseConfig(readConfig())
  const app = await openApp(config, openLog({ level: 'warn', pretty: !config.production, process: 'quiz' }))
  try {
    return await run(app)
  } finally {
    await app.close()
  }
}
