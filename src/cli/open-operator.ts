import { openLog } from '../adapters/log/open-log.ts'
import { type App, openApp } from '../app/open-app.ts'
import { type AppConfig, type Config, readConfig } from '../config/config.ts'
import { runningUrl } from '../process/local-start.ts'
import { quizCommand } from './doctor/finding.ts'
import { rootCause } from './doctor/root-cause.ts'
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
  const log = openLog({ level: 'error', pretty: !config.production, process: 'quiz' })
  const app = await openApp(config, log)
  try {
    return await run(app)
  } catch (error) {
    if (!isMissingTable(error)) throw error
    throw new UsageError(
      `The database isn’t up to date: it lacks tables of this version. Run \`${quizCommand('migrate', config)}\` first.`,
    )
  } finally {
    await app.close()
  }
}

/** Postgres' codes of a table and a column that don't exist. */
const missing = ['42P01', '42703']

function isMissingTable(error: unknown): boolean {
  const { cause } = rootCause(error)
  return cause instanceof Error && 'code' in cause && missing.includes(String(cause.code))
}
