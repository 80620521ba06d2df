import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'

/** Static messages with fields beside them; never an answer's text and never a secret. */
export type Log = {
  debug(fields: Record<string, unknown>, message: string): void
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}

/** Bolt logs whole payloads at its debug level: those are dropped. */
export function boltLogger(log: Log): BoltLogger {
  return {
    debug: () => {},
    info: (...said) => log.debug({ said: words(said) }, 'Slack library'),
    warn: (...said) => log.warn({ said: words(said) }, 'Slack library warns'),
    error: (...said) => log.warn({ said: words(said) }, 'Slack library reports an error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}

function words(said: readonly unknown[]): string {
  return said.map((one) => (one instanceof Error ? `${one.name}: ${one.message}` : String(one))).join(' ')
}
