import { type Logger, openLog } from '../adapters/log/open-log.ts'
import type { Config } from '../config/config.ts'

/** Heroku kills a process 30 s after SIGTERM; unfinished work is handed back before that. */
const patienceMs = 25_000

/** Ctrl-C under npm comes twice, from the terminal and from npm; Heroku may send SIGTERM several times. */
const sameSignalMs = 1000

/** What a process opened, closed in reverse order. */
export type Opened = (name: string, close: () => Promise<unknown>) => void

/**
 * Runs one process of the Procfile: reads the settings, starts it, and on SIGTERM or SIGINT closes everything in
 * reverse order. Whatever has not closed in time, such as a request waiting for an unreachable database, is named in
 * the log and abandoned: nobody was told that it is done. A second signal exits at once. Wrong settings end it with
 * status 1 and one message that lists them.
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
      log.warn({ part }, 'stopped without waiting any longer')
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
