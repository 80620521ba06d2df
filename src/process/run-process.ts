import { type Logger, openLog } from '../adapters/log/open-log.ts'
import type { Config } from '../config/config.ts'

/** Heroku kills a process 30 s after SIGTERM, and unfinished jobs must be returned to the queue before that. */
const patienceMs = 25_000

/** Under npm, Ctrl-C arrives twice, from the terminal and from npm. Heroku may send SIGTERM several times. */
const sameSignalMs = 1000

/** Registers a function that closes a resource. Resources are closed in reverse order. */
export type Opened = (name: string, close: () => Promise<unknown>) => void

/**
 * Runs one process of the Procfile. It reads the settings, starts the process, and closes everything in reverse order
 * on SIGTERM or SIGINT. A resource that doesn't close in time, such as a request that waits for an unreachable
 * database, is logged and abandoned. A second signal exits immediately. If settings are wrong, it prints one message
 * that lists them and exits with status 1.
 */
export async function runProcess<Settings extends Config>(
  name: string,
  readSettings: () => Settings,
  start: (context: { config: Settings; log: Logger; opened: Opened }) => Promise<void>,
  logLevel = 'info',
): Promise<void> {
  const closers: { name: string; close: () => Promise<unknown> }[] = []
  let config: Settings
  try {
    config = readSettings()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
  const log = openLog({
    level: config.logLevel ?? logLevel,
    pretty: !config.production,
    process: name,
    release: config.release,
  })
  const stop = async (reason: string, status: number): Promise<void> => {
    log.info({ reason }, 'stopping')
    let part = ''
    const late = setTimeout(() => {
      log.warn({ part }, 'stopped before everything was closed')
      process.exit(status)
    }, patienceMs)
    for (const closer of closers.toReversed()) {
      part = closer.name
      await closer.close().catch((error: unknown) => log.error({ err: error, part: closer.name }, 'did not close'))
    }
    clearTimeout(late)
    log.info({}, 'stopped')
    process.exit(status)
  }
  let stoppingSince: number | undefined
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stoppingSince === undefined) {
        stoppingSince = performance.now()
        void stop(signal, 0)
      } else if (performance.now() - stoppingSince > sameSignalMs) {
        process.exit(1)
      }
    })
  }
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'unhandled rejection')
    void stop('unhandled rejection', 1)
  })
  try {
    await start({ config, log, opened: (part, close) => closers.push({ name: part, close }) })
  } catch (error) {
    log.fatal({ err: error }, 'could not start')
    await stop('could not start', 1)
  }
}
